import { PlannedDowntime } from '../../features/decisions/planned-downtime/planned-downtime.tsx'

export function PlannedDowntimePage() {
  return <PlannedDowntime />
}
