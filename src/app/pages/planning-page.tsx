export function PlanningPage() {
  return null
}
