import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { countStates, rolledVerdict, servicesKept } from './roll-up.ts'
import { closedStates, openStates } from './state.ts'
import type { BudgetState } from './state.ts'
import { goldenCase } from './testing/golden.ts'
import { linearTrend } from './trend.ts'

const states: readonly BudgetState[] = [...new Set<BudgetState>([...openStates, ...closedStates])]

/** The book's table of SLOs kept and broken by service and period (1-based). */
function verdictsOf(id: string, service: string, period: number): readonly BudgetState[] {
  const counted = (column: number) =>
    goldenCase(id).number('inputs', 'within_broke', service, period - 1, column)
  return [
    ...Array.from({ length: counted(0) }, () => 'fulfilled' as const),
    ...Array.from({ length: counted(1) }, () => 'broken' as const),
  ]
}

const services = ['Service 1', 'Service 2']

describe('state counts', () => {
  it.each(services)('GC-OV-01: %s is counted by verdict and breaks fewer SLOs each period', (service) => {
    const golden = goldenCase('GC-OV-01')
    const counts = [1, 2, 3].map((period) => countStates(verdictsOf(golden.id, service, period)))
    expect(counts.map(({ fulfilled, broken }) => fulfilled + broken)).toEqual(
      golden.value('expected', 'totals', service),
    )
    const trend = linearTrend(counts.map(({ broken }, x) => ({ x, y: broken })))
    expect(trend?.direction === 'downward').toBe(golden.flag('expected', 'improving', service))
  })

  it('names every state, and adds up', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...states)), (some) => {
        const counts = countStates(some)
        expect(Object.keys(counts).toSorted()).toEqual(states.toSorted())
        for (const state of states) expect(counts[state]).toBe(some.filter((one) => one === state).length)
      }),
    )
  })
})

describe('services that kept their budgets', () => {
  it('GC-OV-02: a service keeps its budgets only if every SLO does', () => {
    const golden = goldenCase('GC-OV-02')
    const series = services.flatMap((service) =>
      verdictsOf(golden.id, service, golden.number('inputs', 'period')).map((state) => ({ service, state })),
    )
    const isKept = (service: string) =>
      servicesKept(series.filter((one) => one.service === service)).kept === 1
    expect(services.filter(isKept)).toEqual(golden.value('expected', 'services_within'))
    expect(services.filter((service) => !isKept(service))).toEqual(
      golden.value('expected', 'services_to_prioritize'),
    )
    expect(servicesKept(series)).toEqual({ kept: 1, counted: 2, share: 0.5 })
  })

  it.each<[BudgetState, number, number]>([
    ['fulfilled', 1, 1],
    ['broken', 0, 1],
    ['healthy', 1, 1],
    ['at-risk', 1, 1],
    ['no-budget', 1, 1],
    ['exhausted', 0, 1],
    ['no-traffic', 0, 0],
    ['no-data', 0, 0],
  ])('a service whose only series is %s: %i kept of %i', (state, kept, counted) => {
    expect(servicesKept([{ service: 'a', state }])).toEqual({
      kept,
      counted,
      share: counted === 0 ? null : kept,
    })
  })

  it('a silent series neither keeps a service in the count nor breaks it', () => {
    expect(
      servicesKept([
        { service: 'a', state: 'no-data' },
        { service: 'a', state: 'fulfilled' },
        { service: 'b', state: 'broken' },
        { service: 'b', state: 'no-traffic' },
        { service: 'c', state: 'no-traffic' },
      ]),
    ).toEqual({ kept: 1, counted: 2, share: 0.5 })
  })

  it('one loss breaks a service wherever it stands in the list', () => {
    expect(
      servicesKept([
        { service: 'a', state: 'broken' },
        { service: 'b', state: 'healthy' },
        { service: 'a', state: 'fulfilled' },
      ]),
    ).toEqual({ kept: 1, counted: 2, share: 0.5 })
  })

  it('is absent without services', () => {
    expect(servicesKept([])).toEqual({ kept: 0, counted: 0, share: null })
  })
})

describe('the verdict of several series in one period', () => {
  it.each([
    [
      'one broken breaks them all',
      ['fulfilled', 'broken', 'no-data'],
      { state: 'broken', broken: 1, counted: 2 },
    ],
    [
      'what is silent or not there yet does not count',
      ['fulfilled', 'no-traffic', null],
      { state: 'fulfilled', broken: 0, counted: 1 },
    ],
    [
      'without a verdict the worse reason is told',
      ['no-traffic', 'no-data'],
      { state: 'no-data', broken: 0, counted: 0 },
    ],
    ['nothing existed', [null, null], { state: null, broken: 0, counted: 0 }],
    ['nothing at all', [], { state: null, broken: 0, counted: 0 }],
  ] as const)('%s', (_, some, expected) => {
    expect(rolledVerdict(some)).toEqual(expected)
  })

  it('never hides a broken budget, and never counts one twice', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...states, null)), (some) => {
        const { state, broken, counted } = rolledVerdict(some)
        expect(state === 'broken').toBe(some.includes('broken'))
        expect(broken).toBe(some.filter((one) => one === 'broken').length)
        expect(counted).toBeGreaterThanOrEqual(broken)
      }),
    )
  })
})
