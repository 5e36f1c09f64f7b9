import { Status } from '../../features/status/status.tsx'

export function StatusPage() {
  return <Status />
}
