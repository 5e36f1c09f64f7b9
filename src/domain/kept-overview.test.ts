import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  CONSISTENT_PERIODS,
  isAboveMark,
  isConsistentlyAbove,
  keptMarks,
  keptOverview,
} from './kept-overview.ts'
import type { KeptEntry } from './kept-overview.ts'
import { closedStates, openStates } from './state.ts'
import type { BudgetState } from './state.ts'
import { goldenCase } from './testing/golden.ts'

const periodIds = ['P1', 'P2', 'P3']
const services = ['Service 1', 'Service 2']

const entries = (
  service: string,
  periodId: string,
  ...states: readonly BudgetState[]
): readonly KeptEntry[] => states.map((state) => ({ service, periodId, state }))

function bookEntries(id: string): readonly KeptEntry[] {
  const golden = goldenCase(id)
  return services.flatMap((service) =>
    periodIds.flatMap((periodId, period) => {
      const count = (column: number) => golden.number('inputs', 'within_broke', service, period, column)
      return [
        ...Array.from({ length: count(0) }, () => ({ service, periodId, state: 'fulfilled' as const })),
        ...Array.from({ length: count(1) }, () => ({ service, periodId, state: 'broken' as const })),
      ]
    }),
  )
}

describe('the overview of kept budgets', () => {
  it('GC-OV-01: each cell counts what stayed within and what broke, and both services improve', () => {
    const golden = goldenCase('GC-OV-01')
    const { rows } = keptOverview(bookEntries(golden.id), periodIds)
    expect(rows.map(({ service }) => service)).toEqual(services)
    for (const { service, cells, isImproving } of rows) {
      expect(cells.map(({ within, broke }) => [within, broke])).toEqual(
        golden.value('inputs', 'within_broke', service),
      )
      expect(cells.map(({ within, broke }) => within + broke)).toEqual(
        golden.value('expected', 'totals', service),
      )
      expect(isImproving).toBe(golden.flag('expected', 'improving', service))
    }
  })

  it('GC-OV-02: a service is within only if every SLO is', () => {
    const golden = goldenCase('GC-OV-02')
    const period = golden.number('inputs', 'period') - 1
    const { rows, totals } = keptOverview(bookEntries(golden.id), periodIds)
    const named = (isKept: boolean) =>
      rows.filter(({ cells }) => cells[period]?.isKept === isKept).map(({ service }) => service)
    expect(named(true)).toEqual(golden.value('expected', 'services_within'))
    expect(named(false)).toEqual(golden.value('expected', 'services_to_prioritize'))
    expect(totals[period]).toEqual({ periodId: 'P3', kept: 1, counted: 2, share: 0.5 })
  })

  it('GC-OV-02: one of two services is not more than half of them', () => {
    const { totals } = keptOverview(bookEntries('GC-OV-02'), periodIds)
    expect(totals.map((total) => isAboveMark(total, 0.5))).toEqual([false, false, false])
  })

  it.each<[BudgetState, number, number, number, boolean | null]>([
    ['fulfilled', 1, 0, 0, true],
    ['broken', 0, 1, 0, false],
    ['no-traffic', 0, 0, 1, null],
    ['no-data', 0, 0, 1, null],
    ['healthy', 1, 0, 0, true],
    ['at-risk', 1, 0, 0, true],
    ['no-budget', 1, 0, 0, true],
    ['exhausted', 0, 1, 0, false],
  ])('a series that is %s', (state, within, broke, silent, isKept) => {
    const [row] = keptOverview(entries('a', 'P1', state), ['P1']).rows
    expect(row?.cells).toEqual([{ periodId: 'P1', within, broke, silent, isKept }])
  })

  it('a service has an empty cell before its first SLO', () => {
    const { rows, totals } = keptOverview(entries('late', 'P2', 'fulfilled'), ['P1', 'P2'])
    expect(rows[0]?.cells[0]).toEqual({ periodId: 'P1', within: 0, broke: 0, silent: 0, isKept: null })
    expect(totals[0]).toEqual({ periodId: 'P1', kept: 0, counted: 0, share: null })
  })

  it.each<[string, readonly (readonly BudgetState[])[], boolean]>([
    [
      'fewer broken',
      [
        ['broken', 'broken'],
        ['broken', 'fulfilled'],
        ['fulfilled', 'fulfilled'],
      ],
      true,
    ],
    [
      'more broken',
      [
        ['fulfilled', 'fulfilled'],
        ['broken', 'fulfilled'],
        ['broken', 'broken'],
      ],
      false,
    ],
    ['nothing ever broken', [['fulfilled'], ['fulfilled'], ['fulfilled']], false],
    ['two periods are too few', [['broken'], ['fulfilled']], false],
    ['a silent period says nothing', [['broken'], ['no-data'], ['fulfilled']], false],
    [
      'as many broken, of more',
      [
        ['broken', 'fulfilled'],
        ['broken', 'fulfilled', 'fulfilled'],
        ['broken', 'fulfilled', 'fulfilled', 'fulfilled'],
      ],
      true,
    ],
  ])('improves: %s', (_name, states, isImproving) => {
    const some = states.flatMap((own, i) => entries('a', `P${i + 1}`, ...own))
    expect(
      keptOverview(
        some,
        states.map((_, i) => `P${i + 1}`),
      ).rows[0]?.isImproving,
    ).toBe(isImproving)
  })

  it('is the same in whatever order series are stored, and counts each of them once', () => {
    const anyEntry = fc.record({
      service: fc.constantFrom('c', 'a', 'b'),
      periodId: fc.constantFrom(...periodIds),
      state: fc.constantFrom<BudgetState>(...closedStates, ...openStates),
    })
    fc.assert(
      fc.property(fc.array(anyEntry), (some) => {
        const overview = keptOverview(some, periodIds)
        expect(keptOverview(some.toReversed(), periodIds)).toEqual(overview)
        const cells = overview.rows.flatMap((row) => row.cells)
        expect(cells.reduce((sum, { within, broke, silent }) => sum + within + broke + silent, 0)).toBe(
          some.length,
        )
        expect(overview.rows.map(({ service }) => service)).toEqual(
          [...new Set(some.map(({ service }) => service))].toSorted(),
        )
        for (const [i, { kept, counted }] of overview.totals.entries()) {
          const verdicts = overview.rows.map((row) => row.cells[i]?.isKept)
          expect(verdicts.filter((one) => one === true)).toHaveLength(kept)
          expect(verdicts.filter((one) => one !== null)).toHaveLength(counted)
        }
      }),
    )
  })
})

describe('the marks', () => {
  const totals = (...shares: readonly (number | null)[]) => shares.map((share) => ({ share }))

  it.each([
    [0.5, [0.49, 0.5, 0.51], [false, false, true]],
    [0.9, [0.89, 0.9, 0.91], [false, false, true]],
  ] as const)('%s is passed by more than it', (mark, shares, above) => {
    expect(shares.map((share) => isAboveMark({ share }, mark))).toEqual(above)
    expect(isAboveMark({ share: null }, mark)).toBe(false)
  })

  it('nine of ten services, or 27 of 30, are not more than 90 %', () => {
    for (const tens of [1, 2, 3, 7, 11]) {
      expect(isAboveMark({ share: (9 * tens) / (10 * tens) }, 0.9)).toBe(false)
      expect(isAboveMark({ share: (9 * tens + 1) / (10 * tens) }, 0.9)).toBe(true)
    }
  })

  it.each<[string, readonly (number | null)[], boolean]>([
    ['each of the last three', [0.1, 0.6, 0.7, 0.6], true],
    ['not the latest', [0.6, 0.6, 0.6, 0.5], false],
    ['not the third last', [0.6, 0.5, 0.6, 0.6], false],
    ['a silent one among them', [0.6, null, 0.6], false],
    ['only two so far', [0.6, 0.6], false],
    ['none so far', [], false],
  ])('consistently: %s', (_name, shares, isSo) => {
    expect(isConsistentlyAbove(totals(...shares), 0.5)).toBe(isSo)
  })

  it('how many periods make it consistent is a setting', () => {
    expect(CONSISTENT_PERIODS).toBe(3)
    expect(isConsistentlyAbove(totals(0.6, 0.6), 0.5, 2)).toBe(true)
    expect(isConsistentlyAbove(totals(0.6, 0.6, 0.6), 0.5, 4)).toBe(false)
  })

  it('who is above the higher mark is above the lower one', () => {
    const [low, high] = keptMarks
    expect(low).toBeLessThan(high)
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        if (isAboveMark({ share }, high)) expect(isAboveMark({ share }, low)).toBe(true)
      }),
    )
  })
})
