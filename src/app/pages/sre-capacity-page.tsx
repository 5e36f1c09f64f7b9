import { SreCapacitySheet } from '../../features/decisions/sre-capacity/sre-capacity.tsx'

export function SreCapacityPage() {
  return <SreCapacitySheet />
}
