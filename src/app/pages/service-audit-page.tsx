import { useParams } from '@tanstack/react-router'

import { ServiceAudit } from '../../features/decisions/audit/service-audit.tsx'
import { PageHeader } from '../../ui/page-header.tsx'

export function ServiceAuditPage() {
  const { service } = useParams({ from: '/decisions/audit/$service' })
  return (
    <>
      <PageHeader
        title={`Audit of ${service}`}
        lede="What auditors ask about a service: what is promised, who decided and signed, whether it was kept, what follows if not."
      />
      <ServiceAudit key={service} service={service} />
    </>
  )
}
