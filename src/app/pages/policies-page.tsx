import { Policies } from '../../features/policies/policies.tsx'
import { PageHeader } from '../../ui/page-header.tsx'

export function PoliciesPage() {
  return (
    <>
      <PageHeader
        title="Policies"
        lede="What each team does when its error budgets run low, agreed beforehand: who is bound by what, and what waits for people."
      />
      <Policies />
    </>
  )
}
