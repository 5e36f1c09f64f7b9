import { PeriodLede } from '../../features/budgets/period-lede.tsx'
import { ProcessNote } from '../../features/indicators/process-note.tsx'
import { SlaAdherence } from '../../features/indicators/sla-adherence.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { indicatorNames } from '../../url/indicator-names.ts'

export function SlaAdherencePage() {
  return (
    <SlaAdherence
      header={
        <PageHeader
          title={indicatorNames['sla-adherence']}
          lede={
            <>
              <ProcessNote>Whether each promise was kept, and which part broke one.</ProcessNote>
              <PeriodLede />
            </>
          }
        />
      }
    />
  )
}
