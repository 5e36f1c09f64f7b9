import type { DecisionBody } from '../../src/contract/decisions.ts'
import type { apiClient } from './api-client.ts'

type Client = ReturnType<typeof apiClient>

export const decided: DecisionBody = {
  category: 'prioritisation',
  workflow: 'features-or-reliability',
  title: 'Reliability first in P13',
  subject: { team: 'buying', service: 'cart', deployment: 'north', slo: null, sla: null },
  decision: '60 % of the capacity goes to reliability',
  reasons: 'The cart broke two budgets',
  answers: [
    {
      question: 'Who breaks budgets in most periods?',
      answer: 'The cart',
      figures: [{ label: 'cart GET /cart, north', value: '2 of 3' }],
      href: '/indicators/slo-adherence?team=buying',
    },
  ],
  outcome: { rule: '4 distinct endpoints of at most 18', leansTo: 'features' },
  deviation: 'The sale begins in P13',
  evidenceAt: '2026-11-16T00:00:00Z',
  deciders: [
    { name: 'A admin', role: 'product owner', person: 'admin-1' },
    { name: 'A coach', role: 'SRE coach', person: null },
  ],
  workItems: ['CART-12'],
  contracts: [],
  clauses: [],
  validFrom: null,
  nextReview: null,
  effectCheck: { on: '2026-11-17', hypothesis: 'The cart keeps its budgets' },
  supersedes: null,
  isDraft: false,
  withdrawnBecause: null,
}

/** Decisions and what becomes of them, as an admin of the tiny organization may. */
export const decisionWrites = {
  writeDecision: async (client: Client) => {
    const decision = 'reliability-first'
    return {
      params: { decision },
      body: { seenVersion: await seenVersion(client, decision), decision: decided },
    }
  },
  signDecision: async (client: Client) => ({
    params: { decision: await recorded(client) },
    body: { version: 1 },
  }),
  withdrawDecision: async (client: Client) => ({
    params: { decision: await recorded(client) },
    body: { version: 1, because: 'The sale was put off' },
  }),
  writeDecisionEffect: async (client: Client) => {
    const decision = 'looked-at-again'
    if ((await seenVersion(client, decision)) === 0) {
      const [first] = decided.deciders
      const body = { ...decided, deciders: first === undefined ? [] : [first] }
      await client.write('writeDecision', { params: { decision }, body: { seenVersion: 0, decision: body } })
      await client.write('signDecision', { params: { decision }, body: { version: 1 } })
    }
    const { effects } = await client.read('readDecision', {}, { decision })
    return {
      params: { decision },
      body: {
        seenVersion: effects[0]?.version ?? 0,
        effect: { heldOn: '2026-11-18', result: 'proved' as const, note: '', nextOn: null },
      },
    }
  },
}

/** Another one each time: what is signed or withdrawn is so once. */
async function recorded(client: Client): Promise<string> {
  const decision = `recorded-${(await client.read('listDecisions')).totalCount}`
  await client.write('writeDecision', { params: { decision }, body: { seenVersion: 0, decision: decided } })
  return decision
}

async function seenVersion(client: Client, id: string): Promise<number> {
  const { items } = await client.read('listDecisions', { limit: 500 })
  return items.find((one) => one.id === id)?.version ?? 0
}
