import { ApiTokens } from '../../features/access/api-tokens.tsx'
import { AuditLog } from '../../features/access/audit-log.tsx'
import { PageHeader } from '../../ui/page-header.tsx'

export function AccessPage() {
  return (
    <>
      <PageHeader title="Access" lede="What programs may do here, and what everybody did." />
      <ApiTokens />
      <AuditLog />
    </>
  )
}
