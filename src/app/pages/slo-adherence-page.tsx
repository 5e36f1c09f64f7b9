import { NoSlos } from '../../features/budgets/no-slos.tsx'
import { Adherence } from '../../features/indicators/adherence.tsx'
import { ProcessNote } from '../../features/indicators/process-note.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { indicatorNames } from '../../url/indicator-names.ts'

export function SloAdherencePage() {
  return (
    <Adherence
      empty={<NoSlos />}
      header={
        <PageHeader
          title={indicatorNames['slo-adherence']}
          lede={<ProcessNote>Whether each SLO was kept, period by period.</ProcessNote>}
        />
      }
    />
  )
}
