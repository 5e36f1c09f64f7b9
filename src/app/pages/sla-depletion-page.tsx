import { PeriodLede } from '../../features/budgets/period-lede.tsx'
import { ProcessNote } from '../../features/indicators/process-note.tsx'
import { SlaDepletion } from '../../features/indicators/sla-depletion.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { indicatorNames } from '../../url/indicator-names.ts'

export function SlaDepletionPage() {
  return (
    <SlaDepletion
      header={
        <PageHeader
          title={indicatorNames['sla-depletion']}
          lede={
            <>
              <ProcessNote>How much of what may fail was left before a promise is broken.</ProcessNote>
              <PeriodLede />
            </>
          }
        />
      }
    />
  )
}
