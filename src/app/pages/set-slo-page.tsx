import { SetSloSheet } from '../../features/decisions/set-slo/set-slo.tsx'

export function SetSloPage() {
  return <SetSloSheet />
}
