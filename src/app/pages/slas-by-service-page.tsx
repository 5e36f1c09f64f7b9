import { PeriodLede } from '../../features/budgets/period-lede.tsx'
import { ProcessNote } from '../../features/indicators/process-note.tsx'
import { SlasByService } from '../../features/indicators/slas-by-service.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { indicatorNames } from '../../url/indicator-names.ts'

export function SlasByServicePage() {
  return (
    <SlasByService
      header={
        <PageHeader
          title={indicatorNames['slas-by-service']}
          lede={
            <>
              <ProcessNote>What is owed to customers, and the endpoints that carry it.</ProcessNote>
              <PeriodLede />
            </>
          }
        />
      }
    />
  )
}
