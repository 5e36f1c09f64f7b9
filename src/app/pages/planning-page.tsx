import { Planning } from '../../features/planning/planning.tsx'
import { PageHeader } from '../../ui/page-header.tsx'

export function PlanningPage() {
  return (
    <>
      <PageHeader
        title="Planning"
        lede="Features or reliability: what the last periods say of each service."
      />
      <Planning />
    </>
  )
}
