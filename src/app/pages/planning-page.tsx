import { FeaturesOrReliabilitySheet } from '../../features/decisions/features-or-reliability/features-or-reliability.tsx'

export function PlanningPage() {
  return <FeaturesOrReliabilitySheet />
}
