import { PeriodLede } from '../../features/budgets/period-lede.tsx'
import { ProcessNote } from '../../features/indicators/process-note.tsx'
import { SlaDepletion } from '../../features/indicators/sla-depletion.tsx'
import { PageHeader } from '../../ui/page-header.tsx'

export function SlaDepletionPage() {
  return (
    <SlaDepletion
      header={
        <PageHeader
          title="SLA depletion"
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
