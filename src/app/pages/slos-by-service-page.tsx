import { PeriodLede } from '../../features/budgets/period-lede.tsx'
import { SlosByService } from '../../features/budgets/slos-by-service.tsx'
import { NothingLeft } from '../../features/indicators/nothing-left.tsx'
import { ProcessNote } from '../../features/indicators/process-note.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { indicatorNames } from '../../url/indicator-names.ts'

export function SlosByServicePage() {
  return (
    <SlosByService
      nothingLeft={(chosen) => <NothingLeft {...chosen} />}
      header={
        <PageHeader
          title={indicatorNames['slos-by-service']}
          lede={
            <>
              <ProcessNote>What is promised, by whom, and how much of each error budget is left.</ProcessNote>
              <PeriodLede />
            </>
          }
        />
      }
    />
  )
}
