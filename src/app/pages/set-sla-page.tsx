import { SetSlaSheet } from '../../features/decisions/set-sla/set-sla.tsx'

export function SetSlaPage() {
  return <SetSlaSheet />
}
