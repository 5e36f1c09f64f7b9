import type { Runbook } from '../../src/contract/catalog.ts'
import type { SliSlug } from './service-plan.ts'

/** Fleet has only begun: nobody there has written down what to do. */
const teamsWithout = new Set(['fleet'])

const rollBack = 'Released lately? Roll back: `ship rollback {service} {deployment}`'

const movesBySli: Readonly<Record<SliSlug, readonly string[]>> = {
  availability: [rollBack, 'Else look which dependency fails, and call its rotation'],
  latency: [rollBack, 'Else add replicas: `ship scale {service} {deployment} +2`'],
  freshness: [
    'Look at the queue: `ship queue {service} {deployment}`',
    'Restart the consumer that lags most',
  ],
  correctness: [
    'Stop what writes: `ship pause {service} {deployment}`',
    'Call the owner of the data at once',
  ],
}

/** What one team has learned the hard way comes between the first move and the last. */
const learned: Readonly<Record<string, string>> = {
  'payment-gateway': 'Watch the acquirer timeouts on board 12',
  ledger: 'Entries that fail are kept: replay them afterwards with `ship replay ledger {deployment}`',
  'search-api': 'Serve from the old index: `ship flag search-api {deployment} stale-index on`',
  login: 'Check whether the certificate of the identity provider has run out',
}

export function runbookOf(service: string, origin: string, team: string, sli: SliSlug): Runbook | undefined {
  if (teamsWithout.has(team)) return undefined
  const own = learned[origin]
  return {
    url: `https://runbooks.harbourline.example/${service}/${sli}`,
    firstMoves: [
      ...movesBySli[sli],
      ...(own === undefined ? [] : [own]),
      'Not better in 10 min: call the backup of the rotation',
    ],
  }
}
