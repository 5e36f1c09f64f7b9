import { NoSlos } from '../../features/budgets/no-slos.tsx'
import { Depletion } from '../../features/indicators/depletion.tsx'
import { ProcessNote } from '../../features/indicators/process-note.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { indicatorNames } from '../../url/indicator-names.ts'

export function DepletionPage() {
  return (
    <Depletion
      empty={<NoSlos />}
      header={
        <PageHeader
          title={indicatorNames['error-budget-depletion']}
          lede={<ProcessNote>How each budget ended its period, and how fast it went.</ProcessNote>}
        />
      }
    />
  )
}
