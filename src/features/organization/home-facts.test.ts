import { expect, it } from 'vitest'

import type { KeptBudgets } from '../../contract/kept-budgets.ts'
import type { OutageCost } from '../../contract/outage-cost.ts'
import type { SlaAdherenceRow } from '../../contract/sla-indicators.ts'
import { attentionFacts, contractStandings } from './home-facts.ts'

const names = ['P1', 'P2', 'P3', 'P4'] as const
const periods = names.map((name) => ({
  id: `2026-${name}`,
  name,
  start: '2026-01-01T00:00:00Z',
  end: '2026-01-29T00:00:00Z',
  isOpen: name === 'P4',
}))
const kept: KeptBudgets = {
  dataUpTo: '2026-01-02T00:00:00Z',
  items: periods.map((period) => ({ period, kept: 1, counted: 2, share: 0.5 })),
  teams: [],
  services: [
    { service: 'ledger', team: 'payments', brokenPeriods: [true, true, true, false] },
    { service: 'cart', team: 'booking', brokenPeriods: [true, null, true, true] },
  ],
}
const nothing = { recovery: undefined, tickets: undefined, contracts: undefined, teams: [] }
const [asOf] = periods.slice(2)

it('names services that broke a budget in each of the last three closed periods, and who exhausted one now', () => {
  const facts = attentionFacts({ kept, ...nothing }, { asOf: asOf ?? null, compare: null })
  expect(facts.consistentServices).toEqual(['ledger'])
  expect([facts.openPeriod, facts.exhaustedServices]).toEqual(['P4', ['cart']])
  expect(facts.downtimeMinutes).toBe(null)
})

it('calls nothing consistent before three periods have closed', () => {
  const short = {
    ...kept,
    items: kept.items.slice(0, 2),
    services: [{ service: 'ledger', team: 'payments', brokenPeriods: [true, true] }],
  }
  const facts = attentionFacts({ kept: short, ...nothing }, { asOf: null, compare: null })
  expect(facts.consistentServices).toEqual([])
  expect([facts.openPeriod, facts.exhaustedServices]).toEqual([null, []])
})

function row(deployment: string, adherence: 'fulfilled' | 'broken', left: number): SlaAdherenceRow {
  const none = { isSigned: true, isDerived: true, brokenBy: [], worst: null }
  return {
    type: 'contractual',
    id: 'checkout',
    name: 'Resellers can pay',
    sli: 'availability',
    sliName: 'Availability',
    target: 0.995,
    thresholdMs: null,
    deployment,
    contracts: [],
    part: null,
    contract: null,
    cells: [
      { adherence, state: adherence, remaining: 0.1, ...none },
      { adherence: 'open', state: 'healthy', remaining: left, ...none },
    ],
    fulfilledCount: 1,
    brokenCount: 0,
    fulfilmentRate: 1,
    streak: null,
  }
}

const reported = {
  id: '2026-P11',
  name: 'P11',
  start: '2026-10-05T00:00:00Z',
  end: '2026-11-02T00:00:00Z',
  isOpen: false,
}

const cost: OutageCost = {
  contract: { slug: 'checkout', name: 'Resellers can pay' },
  since: null,
  currency: 'EUR',
  yearlyRevenue: 1_000_000,
  hourlyRevenue: 114,
  refundShare: 0.5,
  slotMinutes: 30,
  incidentCount: 2,
  outageMinutes: 120,
  meanMinutes: 60,
  cost: 114,
}

it('sums a contract up over its deployments: broken where it was, the least that is left', () => {
  const rows = [row('prod-eu', 'fulfilled', 0.9), row('prod-us', 'broken', 0.4)]
  expect(contractStandings(rows, [cost], reported)).toEqual([
    {
      slug: 'checkout',
      name: 'Resellers can pay',
      brokenIn: ['prod-us'],
      hasVerdict: true,
      leastLeft: 0.4,
      notSigned: null,
      counted: null,
      cost: { amount: 114, currency: 'EUR' },
    },
  ])
})

it('makes up no cost of a contract that names none', () => {
  expect(contractStandings([row('prod-eu', 'fulfilled', 0.9)], [], reported)[0]?.cost).toBe(null)
})

it('tells a contract that was not signed yet from one without a verdict, and one that began within the period', () => {
  const since = (day: string): SlaAdherenceRow => ({
    ...row('prod-eu', 'fulfilled', 0.9),
    contract: { customers: [], tier: null, since: day, services: [], serviceCount: 1 },
  })
  const standingOf = (day: string) => contractStandings([since(day)], [], reported)[0]
  expect(standingOf('2026-11-02')).toMatchObject({
    notSigned: 'Not yet signed: it holds from 2 Nov 2026 on',
    counted: null,
  })
  expect(standingOf('2026-10-20')).toMatchObject({
    notSigned: null,
    counted: 'counted from 20 Oct 2026 on',
  })
})
