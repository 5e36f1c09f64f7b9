import { Adherence } from '../../features/budgets/adherence.tsx'
import { ProcessNote } from '../../features/indicators/process-note.tsx'
import { PageHeader } from '../../ui/page-header.tsx'

export function SloAdherencePage() {
  return (
    <Adherence
      header={
        <PageHeader
          title="SLO adherence"
          lede={<ProcessNote>Whether each SLO was kept, period by period.</ProcessNote>}
        />
      }
    />
  )
}
