import { NoSlos } from '../../features/budgets/no-slos.tsx'
import { PrematureExhaustion } from '../../features/indicators/depletion.tsx'
import { ProcessNote } from '../../features/indicators/process-note.tsx'
import { PageHeader } from '../../ui/page-header.tsx'

export function PrematureExhaustionPage() {
  return (
    <PrematureExhaustion
      empty={<NoSlos />}
      header={
        <PageHeader
          title="Premature exhaustion"
          lede={<ProcessNote>Budgets that reached zero before their period ended.</ProcessNote>}
        />
      }
    />
  )
}
