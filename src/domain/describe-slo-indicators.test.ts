import { describe, expect, it } from 'vitest'

import type { Adherence } from './adherence.ts'
import type { ExhaustionEntry } from './consistent-exhaustion.ts'
import {
  describeAdherence,
  describeDepletion,
  describeExhaustion,
  describeKept,
  describeSlosByService,
} from './describe-slo-indicators.ts'
import type { BudgetState } from './state.ts'

/** Plain spaces are easier to read and write here. */
const plain = (sentence: string) => sentence.replaceAll('\u202f', ' ')

describe('SLOs by service, in a sentence', () => {
  const slo = (service: string, name: string, target: number, isDefault = false) => ({
    service,
    name,
    target,
    isDefault,
  })
  const user = slo('Service 1', 'GET /user', 0.999)
  const lang = slo('Service 2', 'PUT /user/lang', 0.99)
  const affil = slo('Service 3', 'GET /affil', 0.9995)
  const all = ['Service 1', 'Service 2', 'Service 3']

  it.each([
    ['No service is in view.', [], []],
    ['Service 1 has no SLO yet.', [], ['Service 1']],
    ['None of the 2 services has an SLO yet: Service 1 and Service 2.', [], ['Service 1', 'Service 2']],
    [
      'The only service has 1 SLO; the tightest target is 99.9 %, of GET /user of Service 1.',
      [user],
      ['Service 1'],
    ],
    [
      'All 3 services have 3 SLOs; the tightest target is 99.95 %, of GET /affil of Service 3.',
      [user, lang, affil],
      all,
    ],
    [
      'The only service has 2 SLOs; the tightest target is 99.9 %, of GET /user of Service 1.',
      [user, slo('Service 1', 'GET /user', 0.999)],
      ['Service 1'],
    ],
    [
      '1 of 3 services has 1 SLO; the tightest target is 99 %, of PUT /user/lang of Service 2. Without any: Service 1 and Service 3.',
      [lang],
      all,
    ],
    [
      'All 2 services have 3 SLOs, 1 by default; the tightest target is 99.9 %, of GET /user of Service 1 and PUT /user of Service 2.',
      [user, slo('Service 2', 'PUT /user', 0.999), slo('Service 2', 'GET /lang', 0.9, true)],
      ['Service 1', 'Service 2'],
    ],
    [
      'The only service has 2 SLOs, all by default; the tightest target is 90 %, of GET /a of Service 1.',
      [slo('Service 1', 'GET /a', 0.9, true), slo('Service 1', 'GET /b', 0.8, true)],
      ['Service 1'],
    ],
  ])('%s', (sentence, slos, services) => {
    expect(plain(describeSlosByService(slos, services))).toBe(sentence)
  })
})

describe('SLO adherence, in a sentence', () => {
  const row = (name: string, ...cells: readonly Adherence[]) => ({ name, cells })

  it.each([
    ['No SLO is in view.', []],
    ['No period in view has a verdict yet.', [row('A', 'open', 'no-data'), row('B', 'absent')]],
    ['No budget was broken: 1 verdict, all fulfilled.', [row('A', 'fulfilled', 'open')]],
    [
      'The only SLO broke a budget: A once. 0 % of the verdicts in view are fulfilled.',
      [row('A', 'broken', 'open')],
    ],
    [
      '2 of 3 SLOs broke a budget: B two times and A once. 66 % of the verdicts in view are fulfilled.',
      [
        row('A', 'fulfilled', 'fulfilled', 'broken'),
        row('B', 'broken', 'broken', 'fulfilled'),
        row('C', 'fulfilled', 'fulfilled', 'fulfilled'),
      ],
    ],
    [
      'All 5 SLOs broke a budget: A once, B once, C once and 2 more. 0 % of the verdicts in view are fulfilled.',
      ['A', 'B', 'C', 'D', 'E'].map((name) => row(name, 'broken')),
    ],
  ])('%s', (sentence, rows) => {
    expect(plain(describeAdherence(rows))).toBe(sentence)
  })
})

describe('depletion, in a sentence', () => {
  const row = (
    name: string,
    remaining: number | null,
    highestSpeed: number | null = null,
    state: BudgetState = 'healthy',
    isExhausted = remaining !== null && remaining <= 0,
  ) => ({
    name,
    periodName: 'P12',
    state,
    remaining,
    isExhausted,
    highestSpeed,
  })
  const nothingMayFail = (name: string, hasFailed: boolean) =>
    row(name, null, null, hasFailed ? 'broken' : 'fulfilled', hasFailed)

  it.each([
    ['No budget is in view.', []],
    ['No measurements have arrived for anything in view.', [row('A', null, null, 'no-data')]],
    ['Nobody asked for anything in view.', [row('A', null, null, 'no-traffic')]],
    [
      'No budget ran out; a target of 100 % leaves none. No depletion episode was found.',
      [nothingMayFail('A', false)],
    ],
    [
      '1 of 2 budgets ran out; a target of 100 % leaves none. No depletion episode was found.',
      [nothingMayFail('A', false), nothingMayFail('B', true)],
    ],
    [
      '2 of 4 budgets ran out; the least is left of A in P12, −20 %. No depletion episode was found.',
      [row('A', -0.2), row('B', 0.4), nothingMayFail('C', true), nothingMayFail('D', false)],
    ],
    [
      'The only budget ran out; the least is left of A in P12, 20 %. No depletion episode was found.',
      // A top-up came after the last of it had gone.
      [row('A', 0.2, null, 'fulfilled', true)],
    ],
    [
      'No budget ran out; the least is left of A in P12, 20 %. No depletion episode was found.',
      [row('B', 0.4), row('A', 0.2)],
    ],
    [
      'The only budget ran out; the least is left of A in P12, 0 %. No depletion episode was found.',
      [row('A', 0)],
    ],
    [
      '1 of 4 budgets ran out; the least is left of C in P12, −10 %. Fastest went A in P12, by 2.3 % per hour.',
      [row('D', null), row('A', 0.2, 2.3), row('B', 0.4, 0.6), row('C', -0.1, 1.9)],
    ],
    [
      'All 2 budgets ran out; the least is left of B in P12, −51 %. Fastest went B in P12, by 0.1 % per hour.',
      [row('A', -0.43), row('B', -0.51, 0.1)],
    ],
  ])('%s', (sentence, rows) => {
    expect(plain(describeDepletion(rows))).toBe(sentence)
  })
})

describe('premature exhaustion, in a sentence', () => {
  const periods = ['P9', 'P10', 'P11']
  const entry = (service: string, periodId: string, isPremature: boolean): ExhaustionEntry => ({
    service,
    team: 'one',
    sli: 'availability',
    periodId,
    isPremature,
  })
  const always = (service: string) => periods.map((periodId) => entry(service, periodId, true))
  const never = (service: string) => periods.map((periodId) => entry(service, periodId, false))

  it.each<[string, readonly ExhaustionEntry[], readonly string[]]>([
    ['No service is in view.', [], periods],
    ['No period in view is closed yet.', always('A'), []],
    ['No budget ran out early in the last three periods.', [...never('A'), ...never('B')], periods],
    ['No budget ran out early in the last three periods.', [entry('A', 'P8', true), ...never('A')], periods],
    ['No budget ran out early in the last period.', never('A'), ['P11']],
    ['The only service exhausted a budget early in each of the last three periods: A.', always('A'), periods],
    [
      '3 of 4 services exhausted a budget early in each of the last three periods: A, B and C.',
      [...always('C'), ...always('A'), ...always('B'), ...never('D')],
      periods,
    ],
    [
      '1 of 2 services exhausted a budget early in the last period: A.',
      [...always('A'), ...never('B')],
      ['P11'],
    ],
    [
      'No service exhausted a budget early in each of the last three periods; 2 of 3 services did in at least one: A and B.',
      [entry('A', 'P9', true), entry('B', 'P9', true), entry('B', 'P10', true), ...never('C')],
      periods,
    ],
    [
      'No service exhausted a budget early in each of the last three periods; the only service did in at least one: A.',
      [entry('A', 'P9', true), entry('A', 'P9', true)],
      periods,
    ],
  ])('%s', (sentence, entries, closed) => {
    const measured = entries.map((one) => ({ ...one, state: 'fulfilled' as const }))
    expect(describeExhaustion(measured, closed)).toBe(sentence)
  })
})

it('nothing ran out early of what is silent, and that is no good news', () => {
  const entry = { service: 'A', team: 'one', sli: 'availability', periodId: 'P1', isPremature: false }
  expect(describeExhaustion([{ ...entry, state: 'no-data' }], ['P1'])).toBe(
    'No measurements have arrived for anything in view.',
  )
  expect(describeKept([], ['no-traffic'])).toBe('Nobody asked for anything in view.')
})

describe('kept budgets, in a sentence', () => {
  const total = (periodName: string, kept: number, counted: number) => ({
    periodName,
    kept,
    counted,
    share: counted === 0 ? null : kept / counted,
  })

  it.each([
    ['No closed period in view has a verdict.', []],
    ['No closed period in view has a verdict.', [total('P1', 0, 0)]],
    [
      '1 of 2 services (50 %) kept every budget in P3. The first mark, more than 50 % of the services, is not reached.',
      [total('P1', 0, 2), total('P2', 0, 2), total('P3', 1, 2)],
    ],
    [
      'None of 2 services (0 %) kept every budget in P3. The first mark, more than 50 % of the services, is not reached.',
      [total('P3', 0, 2)],
    ],
    [
      'The only service (100 %) kept every budget in P1. That is more than 50 % of the services, but not yet in each of the last three periods.',
      [total('P1', 1, 1)],
    ],
    [
      '15 of 24 services (62 %) kept every budget in P3. In each of the last three periods, more than 50 % of the services did; the next mark is 90 %.',
      [total('P1', 13, 24), total('P2', 24, 24), total('P3', 15, 24)],
    ],
    [
      'All 24 services (100 %) kept every budget in P3. In each of the last three periods, more than 90 % of the services did.',
      [total('P1', 22, 24), total('P2', 24, 24), total('P3', 24, 24)],
    ],
    [
      'All 24 services (100 %) kept every budget in P2. That is more than 50 % of the services, but not yet in each of the last three periods.',
      [total('P1', 24, 24), total('P2', 24, 24), total('P3', 0, 0)],
    ],
  ])('%s', (sentence, totals) => {
    expect(plain(describeKept(totals, []))).toBe(sentence)
  })
})
