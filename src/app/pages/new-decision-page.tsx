import { NewDecision } from '../../features/decisions/records/new-decision.tsx'
import { PageHeader } from '../../ui/page-header.tsx'

export function NewDecisionPage() {
  return (
    <>
      <PageHeader
        title="Record a decision"
        lede="What is decided, why, and who signs it. A workflow brings the figures along."
      />
      <NewDecision />
    </>
  )
}
