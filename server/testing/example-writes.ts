import type { operations, BodyOf, OperationId } from '../../src/contract/operations.ts'
import type { PathParams } from '../../src/contract/path.ts'
import { defaultPhases } from '../../src/domain/board-phases.ts'
import type { apiClient } from './api-client.ts'
import { decisionWrites } from './decision-writes.ts'
import { expectationWrites } from './expectation-writes.ts'
import { policyWrites } from './policy-writes.ts'

export type WriteId = {
  [Id in OperationId]: (typeof operations)[Id] extends { method: string } ? Id : never
}[OperationId]

type Write<Id extends WriteId> = Readonly<{ params: PathParams<Id>; body: BodyOf<Id> }>
type Client = ReturnType<typeof apiClient>

const CORRECTED = 'cart.availability.get-cart'
const correction = {
  deployment: 'north',
  scope: 'slo',
  category: 'agreed-maintenance',
  reason: 'Agreed with the shops',
  dependency: null,
  start: '2026-11-06T04:00:00Z',
  end: '2026-11-06T05:00:00Z',
  share: null,
  rule: null,
  timeZone: null,
} as const
const isHeld = { isHeld: true, evidence: 'Everybody knows' }
const held = {
  'availability-and-latency': isHeld,
  'slo-definitions': isHeld,
  'breach-alerts': isHeld,
  'proven-by-teams': isHeld,
  ownership: isHeld,
  interest: isHeld,
}
const CART_BREACH = 'cart.latency.get-cart.north.2026-11-04-02'

/** One request of each write that is accepted from an admin of the tiny organization; a write without one does not compile. */
const examples: Readonly<{ [Id in WriteId]: (client: Client) => Promise<Write<Id>> }> = {
  writeAssessment: async (client) => {
    const { items } = await client.read('listAssessments', {})
    return {
      params: { assessment: 'organization.2026-11-02' },
      body: {
        seenVersion: items.find(({ id }) => id === 'organization.2026-11-02')?.version ?? 0,
        assessment: {
          team: null,
          date: '2026-11-02',
          assessor: 'Kim',
          isDraft: false,
          answers: [
            { aspect: 'logging', score: 1, comment: 'Two teams still write free text', evidence: '' },
          ],
        },
      },
    }
  },
  writeTexts: async (client) => ({
    params: {},
    body: {
      seenVersion: (await client.read('readMaturity', {})).texts.version,
      texts: [
        {
          aspect: 'logging',
          name: 'Logs',
          regressive: { short: 'Text', full: 'Text for people' },
          beginner: { short: 'Mixed', full: 'Some are structured' },
          advanced: { short: 'Structured', full: 'All are structured' },
        },
      ],
    },
  }),
  decideBottleneck: async (client) => {
    const params = { bottleneck: 'sre.latency.cart' }
    const { items } = await client.read('readBottleneck', {}, params)
    return {
      params,
      body: {
        seenVersion: items[0]?.version ?? 0,
        entered: {
          evidence: [
            { kind: 'users-leave' as const, isFound: true, says: 'Carts are left half full', link: null },
          ],
          decision: {
            outcome: 'prioritise' as const,
            reason: 'Users leave',
            owner: 'product owner',
            date: '2026-12-18',
          },
        },
      },
    }
  },
  writeReviewOutcome: async (client) => {
    const params = { review: 'slo-check.buying', day: '2026-11-10' }
    const { outcomes } = await client.read('readReview', {}, { review: params.review })
    return {
      params,
      body: {
        seenVersion: outcomes.find(({ heldOn }) => heldOn === params.day)?.version ?? 0,
        outcome: { by: 'Lead of Buying', decision: 'All targets are kept', nextOn: null },
      },
    }
  },
  writeCadences: async (client) => ({
    params: {},
    body: {
      seenVersion: (await client.read('readCadences')).version,
      since: '2026-09-01',
      cadences: [{ kind: 'slo-check', cadence: { every: 2, unit: 'month' } }],
    },
  }),
  writeServiceFacts: async (client) => {
    const params = { service: 'cart' }
    return {
      params,
      body: {
        seenVersion: (await client.read('readCatalogService', {}, params)).version,
        facts: {
          keeper: 'Lead of Buying',
          model: 'you-build-you-run',
          modelSince: '2026-01-01',
          class: 'critical-path',
          duties: {
            'on-call-in-hours': 'developers',
            'on-call-out-of-hours': null,
            rollouts: 'developers',
            breaches: 'both',
            policy: null,
            escalations: 'operations',
          },
          promise: '99.9 % of carts can be read',
          note: '',
        },
      },
    }
  },
  createApiToken: async () => ({
    params: {},
    body: { name: 'Nightly run', scopes: ['ingest:buckets'], expiresInDays: 30 },
  }),
  createCorrection: async () => ({ params: { slo: CORRECTED }, body: correction }),
  previewCorrection: async () => ({ params: { slo: CORRECTED }, body: correction }),
  previewWithdrawal: async (client) => ({
    params: {
      slo: CORRECTED,
      correction: (await client.write('createCorrection', { params: { slo: CORRECTED }, body: correction }))
        .id,
    },
    body: { part: 'all', start: null },
  }),
  withdrawCorrection: async (client) => ({
    params: {
      slo: CORRECTED,
      correction: (await client.write('createCorrection', { params: { slo: CORRECTED }, body: correction }))
        .id,
    },
    body: { reason: 'The deploy was not the cause', part: 'all', start: null },
  }),
  moveTeam: async (client) => ({
    params: { team: 'buying' },
    body: { seenVersion: await cardVersion(client), to: 'induction' },
  }),
  changeCard: async (client) => ({
    params: { team: 'buying' },
    body: {
      seenVersion: await cardVersion(client),
      reached: ['logging-1'],
      nextStep: 'the first SLO',
      coachVisit: '2026-11-20',
      note: '',
      group: null,
      readiness: { observability: null, nominal: null, ownership: null, 'protected-time': null },
    },
  }),
  changePhases: async (client) => ({
    params: {},
    body: {
      seenVersion: (await client.read('readBoard')).phases.version,
      phases: defaultPhases.map((phase) => ({ ...phase, measures: [...phase.measures] })),
      retired: [],
      stuckAfterWeeks: 4,
    },
  }),
  changePrerequisites: async (client) => ({
    params: {},
    body: { seenVersion: (await client.read('readBoard')).prerequisites.version, held: { ...held } },
  }),
  reviewSloBreach: async (client) => ({
    params: { breach: CART_BREACH },
    body: {
      seenVersion: (await client.read('readSloBreach', {}, { breach: CART_BREACH })).reviewed.version,
      review: { impact: 'well', cause: 'own-bug', note: 'A null in the cart' },
    },
  }),
  ...policyWrites,
  createStatusUpdate: async (client) => {
    const [incident] = (await client.read('readStatus')).incidents
    const seenCount = incident?.updates.length ?? 0
    const bracket = seenCount === 0 ? 'first' : 'progress'
    const told = {
      text: 'Some carts cannot be opened',
      audience: 'external',
      nextAt: '2026-11-18T04:10:00Z',
    } as const
    return { params: {}, body: { incident: incident?.id ?? '', bracket, seenCount, ...told } }
  },
  changeServiceListing: async (client) => {
    const services = (await client.read('readStatus')).groups.flatMap((group) => group.services)
    const seenVersion = services.find(({ slug }) => slug === 'cart')?.listingVersion ?? 0
    return { params: { service: 'cart' }, body: { audience: 'external', product: 'Shop', seenVersion } }
  },
  changeTeamRule: async (client) => ({
    params: { team: 'buying' },
    body: {
      seenVersion: (await client.read('readTeamRule', {}, { team: 'buying' })).version,
      rule: { windowMinutes: 60, shareOfWindowBudgetPercent: 200, evaluationMinutes: 5, snoozeMinutes: 120 },
    },
  }),
  ...decisionWrites,
  ...expectationWrites,
  signOut: async () => ({ params: {}, body: undefined }),
  revokeApiToken: async (client) => ({
    params: { token: (await createdToken(client)).id },
    body: undefined,
  }),
}

export const writeIds = Object.keys(examples) as WriteId[]

export async function exampleWrite(
  id: WriteId,
  client: Client,
): Promise<Readonly<{ params: Readonly<Record<string, string>>; body: unknown }>> {
  return examples[id](client)
}

async function cardVersion(client: Client): Promise<number> {
  const { cards } = await client.read('readBoard')
  return cards.find(({ team }) => team === 'buying')?.version ?? 0
}

async function createdToken(client: Client): Promise<Readonly<{ id: string }>> {
  const { body } = await examples.createApiToken(client)
  return (await client.write('createApiToken', { body })).token
}
