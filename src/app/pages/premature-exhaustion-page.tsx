import { NoSlos } from '../../features/budgets/no-slos.tsx'
import { PrematureExhaustion } from '../../features/indicators/depletion.tsx'
import { ProcessNote } from '../../features/indicators/process-note.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { indicatorNames } from '../../url/indicator-names.ts'

export function PrematureExhaustionPage() {
  return (
    <PrematureExhaustion
      empty={<NoSlos />}
      header={
        <PageHeader
          title={indicatorNames['premature-exhaustion']}
          lede={<ProcessNote>Budgets that reached zero before their period ended.</ProcessNote>}
        />
      }
    />
  )
}
