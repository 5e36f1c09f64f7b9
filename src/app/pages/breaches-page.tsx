import { Breaches } from '../../features/breaches/breaches.tsx'
import { PageHeader } from '../../ui/page-header.tsx'

export function BreachesPage() {
  return (
    <Breaches
      header={
        <PageHeader
          title="Breaches"
          lede="Who broke which SLO, where, when, how far, and what it took of the budget. Look at each once: it says whether the SLO is right."
        />
      }
    />
  )
}
