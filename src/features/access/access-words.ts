import type { Scope } from '../../domain/access/caller.ts'

export const scopeWords: Readonly<Record<Scope, string>> = {
  read: 'Read what a viewer sees',
  'read:audit': 'Read the audit log',
  'ingest:buckets': 'Send measurements',
  'ingest:records': 'Send releases, incidents, tickets and other records',
  'catalog:apply': 'Apply SLO as code',
}

const actionWords: Readonly<Record<string, string>> = {
  'create-api-token': 'Created an API token',
  'revoke-api-token': 'Revoked an API token',
  'apply-catalog': 'Applied SLO as code',
  'sign-in': 'Signed in',
  'sign-out': 'Signed out',
}

/** An action without words of its own is read as it is written: change-target is "Change target". */
export function wordsOfAction(action: string): string {
  const plain = action.replaceAll('-', ' ')
  return actionWords[action] ?? `${plain.charAt(0).toUpperCase()}${plain.slice(1)}`
}
