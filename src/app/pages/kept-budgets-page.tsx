import { NoSlos } from '../../features/budgets/no-slos.tsx'
import { KeptOverview } from '../../features/indicators/kept-overview.tsx'
import { ProcessNote } from '../../features/indicators/process-note.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { indicatorNames } from '../../url/indicator-names.ts'

export function KeptBudgetsPage() {
  return (
    <KeptOverview
      empty={<NoSlos />}
      header={
        <PageHeader
          title={indicatorNames['kept-budgets']}
          lede={
            <ProcessNote>
              A service is within budget only if all of its SLOs are, in each of their deployments.
            </ProcessNote>
          }
        />
      }
    />
  )
}
