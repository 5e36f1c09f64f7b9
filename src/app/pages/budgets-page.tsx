import { useParams } from '@tanstack/react-router'

import { ServiceBudgets } from '../../features/slo/service-budgets.tsx'
import { PageHeader } from '../../ui/page-header.tsx'

export function BudgetsPage() {
  const { service, sli, deployment } = useParams({ from: '/b/$service/$sli/$deployment' })
  return (
    <>
      <PageHeader
        title={`Budgets of ${service}, ${sli}, ${deployment}`}
        lede="The current period of every SLO, hour by hour, on one scale"
      />
      <ServiceBudgets service={service} sli={sli} deployment={deployment} />
    </>
  )
}
