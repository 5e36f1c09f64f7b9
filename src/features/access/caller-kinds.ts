import type { AuditEntry } from '../../contract/access.ts'

export const callerKinds: Readonly<Record<AuditEntry['callerKind'], string>> = {
  person: 'person',
  token: 'API token',
  webhook: 'webhook',
}
