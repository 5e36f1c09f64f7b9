import { ChaosHypothesisSheet } from '../../features/decisions/chaos-hypothesis/chaos-hypothesis.tsx'

export function ChaosHypothesisPage() {
  return <ChaosHypothesisSheet />
}
