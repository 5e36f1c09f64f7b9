import { PeriodLede } from '../../features/budgets/period-lede.tsx'
import { SlosByService } from '../../features/budgets/slos-by-service.tsx'
import { PageHeader } from '../../ui/page-header.tsx'

export function SlosByServicePage() {
  return (
    <>
      <PageHeader
        title="SLOs by service"
        lede={
          <>
            <span>What is promised, by whom, and how much of each error budget is left.</span>
            <PeriodLede />
          </>
        }
      />
      <SlosByService />
    </>
  )
}
