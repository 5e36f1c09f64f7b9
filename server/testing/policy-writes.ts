import type { BodyOf } from '../../src/contract/operations.ts'
import type { PathParams } from '../../src/contract/path.ts'
import type { apiClient } from './api-client.ts'

type Client = ReturnType<typeof apiClient>
type Write<Id extends 'changeEnactment' | 'checkClause'> = Readonly<{
  params: PathParams<Id>
  body: BodyOf<Id>
}>

/** Not the one whose hours another write excludes. */
const ENACTMENT = 'buying-policy.fast-burn.cart.latency.get-cart.north.2026-11-04-06'

/** What people say about policies, as an admin of the tiny organization may. */
export const policyWrites = {
  changeEnactment: async (client: Client): Promise<Write<'changeEnactment'>> => {
    const { items } = await client.read('listEnactments', { clause: 'fast-burn' })
    return {
      params: { team: 'buying', enactment: ENACTMENT },
      body: {
        seenVersion: items.find(({ id }) => id === ENACTMENT)?.written.version ?? 0,
        acknowledged: { note: 'On it' },
        consequences: [
          { state: 'ready', at: null, link: 'https://work.example/items/7', note: '' },
          { state: 'left-out', at: null, link: null, note: 'Nothing was to be released' },
        ],
      },
    }
  },
  writeSilverBullet: async (client: Client) => {
    const place = { team: 'buying', policy: 'buying-policy' }
    const { items } = await client.read('listSilverBullets', {}, place)
    return {
      params: { ...place, bullet: 'b-1' },
      body: {
        seenVersion: items.find(({ id }) => id === 'b-1')?.version ?? 0,
        used: { on: '2026-11-10', release: '2026.11.10-1', why: 'A law comes into force' },
      },
    }
  },
  checkClause: async (client: Client): Promise<Write<'checkClause'>> => {
    const { items } = await client.read('listPolicies', { team: 'buying' })
    const clause = items.flatMap(({ clauses }) => clauses).find(({ id }) => id === 'dead-letters')
    return {
      params: { team: 'buying', policy: 'buying-policy', clause: 'dead-letters' },
      body: { seenVersion: clause?.checkVersion ?? 0, check: { isMet: true, note: '40 since noon' } },
    }
  },
}
