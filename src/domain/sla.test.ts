import { describe, expect, it } from 'vitest'

import { derivedContractualBudget, isSlaLooser, slaLeeway } from './sla.ts'
import type { ContractualBudget } from './sla.ts'
import type { BudgetState } from './state.ts'
import { goldenCase } from './testing/golden.ts'

describe('leeway', () => {
  it('GC-SLA-02: an SLA tighter than its SLO is warned of', () => {
    const golden = goldenCase('GC-SLA-02')
    const slo = golden.number('inputs', 'slo_percent') / 100
    const sla = golden.number('inputs', 'sla_percent') / 100
    expect(golden.text('expected', 'warning')).toBe('sla_not_looser_than_slo')
    expect(isSlaLooser(sla, slo)).toBe(false)
    expect(isSlaLooser(slo, sla)).toBe(true)
  })

  it('an SLA equal to its SLO is not looser', () => {
    expect(isSlaLooser(0.999, 0.999)).toBe(false)
  })

  it('is the distance of the two targets, and that many bad events', () => {
    expect(slaLeeway(0.9995, 0.999, 1_000_000)).toEqual({ share: 0.0005, badEvents: 500 })
  })

  it('is below zero where the SLA is the tighter one', () => {
    expect(slaLeeway(0.995, 0.999, 1000)).toEqual({ share: -0.004, badEvents: -4 })
  })

  it('is no event without traffic', () => {
    expect(slaLeeway(0.999, 0.99, 0)).toEqual({ share: 0.009, badEvents: 0 })
  })
})

const part = (id: string, remaining: number | null, state: BudgetState, total = 1000) => ({
  id,
  budget: { remaining, state, total },
})

describe('a contract without a measure of its own', () => {
  it('GC-SLA-03: has the mean of its parts left, not what was measured end to end', () => {
    const golden = goldenCase('GC-SLA-03')
    const left = (row: number) => golden.number('inputs', 'rows', row, 'end') / 100
    const derived = derivedContractualBudget([
      part('a', left(1), 'fulfilled'),
      part('b', left(2), 'fulfilled'),
    ])
    expect((derived.remaining ?? Number.NaN) * 100).toBeCloseTo(
      golden.number('expected', 'mean_of_endpoint_rows'),
      9,
    )
    expect(derived.remaining).not.toBe(golden.number('expected', 'contractual_row') / 100)
    expect(derived.worst).toBe('b')
  })

  it('GC-I07: is broken in the period in which a part is, and names it', () => {
    const golden = goldenCase('GC-I07')
    const names = ['5 sec 95%', '3 sec 93%']
    const verdict = (name: string, period: number) => golden.text('inputs', 'rows', name).charAt(period - 1)
    const contract = [1, 2, 3].map((period) =>
      derivedContractualBudget(
        names.map((name) => {
          const isKept = verdict(name, period) === 'F'
          return part(name, isKept ? 0.5 : -0.5, isKept ? 'fulfilled' : 'broken')
        }),
      ),
    )

    expect(
      contract.map(({ isFulfilled }, i) => (isFulfilled ? 'F' : 'B') === verdict('contractual', i + 1)),
    ).toEqual([true, true, true])
    const broken = contract[golden.number('expected', 'period') - 1]
    expect(broken?.brokenBy).toHaveLength(1)
    expect(golden.text('expected', 'cause_of_contractual_break')).toMatch(
      new RegExp(`^${broken?.brokenBy[0]} `),
    )
    expect(broken?.worst).toBe(broken?.brokenBy[0])
  })

  const none: ContractualBudget = { remaining: null, isFulfilled: null, brokenBy: [], worst: null }

  it.each<[string, Parameters<typeof derivedContractualBudget>[0], ContractualBudget]>([
    ['no parts: nothing can be said', [], none],
    [
      'only silent parts: nothing can be said',
      [part('a', 1, 'no-traffic', 0), part('b', 1, 'no-data', 0)],
      none,
    ],
    [
      'a part without traffic neither keeps nor breaks it, and lends it no budget',
      [part('a', 1, 'no-traffic', 0), part('b', 0.2, 'fulfilled')],
      { remaining: 0.2, isFulfilled: true, brokenBy: [], worst: 'b' },
    ],
    [
      'a part without data leaves the verdict open',
      [part('a', 0.4, 'fulfilled'), part('b', 1, 'no-data', 0)],
      { remaining: 0.4, isFulfilled: null, brokenBy: [], worst: 'a' },
    ],
    [
      'a part whose data are late still lends what was measured',
      [part('a', 0.4, 'healthy'), part('b', 0.2, 'no-data')],
      { remaining: 0.3, isFulfilled: null, brokenBy: [], worst: 'b' },
    ],
    [
      'a broken part is enough, whatever the others are',
      [
        part('a', 1, 'no-data', 0),
        part('b', -0.1, 'broken'),
        part('c', 0.5, 'fulfilled'),
        part('d', -3, 'broken'),
      ],
      { remaining: -2.6 / 3, isFulfilled: false, brokenBy: ['b', 'd'], worst: 'd' },
    ],
    [
      'an open period has no verdict, even when a part is exhausted',
      [part('a', -0.5, 'exhausted'), part('b', 0.5, 'healthy')],
      { remaining: 0, isFulfilled: null, brokenBy: [], worst: 'a' },
    ],
    [
      'a 100 % part has a verdict but no budget',
      [part('a', null, 'broken'), part('b', 0.5, 'fulfilled')],
      { remaining: 0.5, isFulfilled: false, brokenBy: ['a'], worst: 'b' },
    ],
    [
      'of two equally bad parts the first is named',
      [part('a', 0.7, 'fulfilled'), part('b', 0.3, 'fulfilled'), part('c', 0.3, 'fulfilled')],
      { remaining: 1.3 / 3, isFulfilled: true, brokenBy: [], worst: 'b' },
    ],
  ])('%s', (_name, parts, expected) => {
    const { remaining, ...rest } = derivedContractualBudget(parts)
    const { remaining: expectedRemaining, ...expectedRest } = expected
    expect(rest).toEqual(expectedRest)
    if (expectedRemaining === null) expect(remaining).toBeNull()
    else expect(remaining).toBeCloseTo(expectedRemaining, 12)
  })
})
