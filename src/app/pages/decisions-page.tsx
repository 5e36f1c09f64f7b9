import { Decisions } from '../../features/decisions/records/decisions.tsx'
import { StartDecision } from '../../features/decisions/records/start-decision.tsx'
import { PageHeader } from '../../ui/page-header.tsx'

export function DecisionsPage() {
  return (
    <>
      <PageHeader
        title="Decisions"
        lede="What was decided about reliability, by whom, on which figures, and what came of it."
      />
      <StartDecision />
      <Decisions />
    </>
  )
}
