import { OnCall } from '../../features/on-call/on-call.tsx'

export function OnCallPage() {
  return <OnCall />
}
