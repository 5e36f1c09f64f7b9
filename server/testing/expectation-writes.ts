import type { Hypothesis } from '../../src/contract/expectations.ts'
import type { apiClient } from './api-client.ts'

type Client = ReturnType<typeof apiClient>

/** What is expected of SRE, and what it is held against. */
export const expectationWrites = {
  writeBeforeSre: async (client: Client) => ({
    params: {},
    body: {
      seenVersion: (await client.read('readBeforeSre')).version,
      entered: { perPeriod: 8.5, from: '2025-01', to: '2025-09', note: 'Tickets of the old tool' },
    },
  }),
  writeInfrastructureRequest: async (client: Client) => {
    const { items } = await client.read('listInfrastructureRequests')
    return {
      params: { request: 'custom-slis' },
      body: {
        seenVersion: items.find(({ id }) => id === 'custom-slis')?.version ?? 0,
        request: {
          title: 'Custom SLIs',
          requestedBy: ['buying'],
          benefits: ['finding'],
          state: 'asked' as const,
          note: '',
        },
      },
    }
  },
  writeExpectation: async (client: Client) => ({
    params: { expectation: 'within-budget' },
    body: { seenVersion: await seenVersion(client, 'within-budget'), hypothesis: expected },
  }),
  writeExpectationValue: async (client: Client) => {
    const expectation = 'entered-by-hand'
    if ((await seenVersion(client, expectation)) === 0) {
      const body = { seenVersion: 0, hypothesis: expected }
      await client.write('writeExpectation', { params: { expectation }, body })
    }
    return {
      params: { expectation },
      body: {
        month: '2026-10',
        seenVersion: await seenValueVersion(client, expectation),
        entered: { value: 4, note: '' },
      },
    }
  },
  writePerception: async (client: Client) => {
    const { items } = await client.read('listPerceptions')
    return {
      params: { perception: 'users-2026-10' },
      body: {
        seenVersion: items[0]?.version ?? 0,
        perception: { ...seenBy, recommend: [...seenBy.recommend] },
      },
    }
  },
}

const expected = {
  title: 'More than half within budget',
  stakeholder: 'managers',
  capability: 'SLOs',
  outcome: 'Reliable services',
  signal: 'Services within budget',
  wayToTest: '',
  owner: 'Coaches',
  source: { kind: 'typed', unit: 'services', base: 2 },
  baseline: { from: '2026-01', to: '2026-03' },
  target: { kind: 'grow', percent: 50, isBeyond: true },
  checkpoint: '2026-12',
  changedBecause: null,
} as const satisfies Hypothesis
const seenBy = {
  who: 'users',
  month: '2026-10',
  recommend: [0, 0, 0, 0, 0, 0, 1, 0, 2, 0, 3],
  reliable: null,
  thanData: 'alike',
  text: 'Mostly well',
} as const

async function seenVersion(client: Client, id: string): Promise<number> {
  const { items } = await client.read('listExpectations')
  return items.find((one) => one.id === id)?.version ?? 0
}

async function seenValueVersion(client: Client, expectation: string): Promise<number> {
  const { values } = await client.read('readExpectation', {}, { expectation })
  return values.find(({ month }) => month === '2026-10')?.version ?? 0
}
