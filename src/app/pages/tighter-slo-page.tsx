import { TighterSloSheet } from '../../features/decisions/tighter-slo/tighter-slo-sheet.tsx'

export function TighterSloPage() {
  return <TighterSloSheet />
}
