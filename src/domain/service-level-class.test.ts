import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'

import { adherences, type Adherence } from './adherence.ts'
import {
  keptOverTime,
  keptStandings,
  serviceLevelClass,
  serviceLevelClasses,
  type KeptStanding,
} from './service-level-class.ts'
import { goldenCase } from './testing/golden.ts'

const standing = (value: unknown): KeptStanding =>
  value === null ? 'none' : (keptStandings.find((one) => one === value) ?? 'no-data')

describe('the class of a dependency', () => {
  test('GC-W4-01: the four levels of the book', () => {
    const golden = goldenCase('GC-W4-01')
    const levels = [0, 1, 2, 3].map(
      (at) =>
        serviceLevelClass(
          standing(golden.value('inputs', 'cases', at, 'slo')),
          standing(golden.value('inputs', 'cases', at, 'sla')),
        ).level,
    )
    expect(levels).toEqual([0, 1, 2, 3].map((at) => golden.text('expected', 'levels', at)))
  })

  test.each([
    ['none', 'none', 'undefined', null],
    ['fulfilled', 'none', 'high', null],
    ['fulfilled', 'fulfilled', 'high', null],
    ['fulfilled', 'broken', 'high', 'sla-broken-under-kept-slo'],
    ['broken', 'fulfilled', 'medium', null],
    ['none', 'fulfilled', 'medium', null],
    ['broken', 'broken', 'low', null],
    ['broken', 'none', 'low', null],
    ['none', 'broken', 'low', null],
    ['no-data', 'none', 'undefined', 'no-data'],
    ['none', 'no-data', 'undefined', 'no-data'],
    ['too-new', 'no-data', 'undefined', 'no-data'],
    ['no-data', 'fulfilled', 'medium', null],
    ['too-new', 'broken', 'low', null],
    ['fulfilled', 'no-data', 'high', null],
  ] as const)('SLO %s, SLA %s: %s (%s)', (slo, sla, level, note) => {
    expect(serviceLevelClass(slo, sla)).toEqual({ level, note })
  })

  it('never falls when an SLO or an SLA gets better', () => {
    const better: readonly KeptStanding[] = ['none', 'broken', 'fulfilled']
    const rank = (slo: KeptStanding, sla: KeptStanding) =>
      serviceLevelClasses.indexOf(serviceLevelClass(slo, sla).level)
    for (const other of keptStandings) {
      const bySlo = better.map((one) => rank(one, other))
      const bySla = better.map((one) => rank(other, one))
      expect(bySlo).toEqual(bySlo.toSorted((a, b) => a - b))
      expect(bySla).toEqual(bySla.toSorted((a, b) => a - b))
    }
  })
})

describe('kept over time', () => {
  const of = (...series: readonly (readonly Adherence[])[]) => keptOverTime(series).standing

  it('is only what was kept in each of the last three periods by every one of them', () => {
    expect(of(['fulfilled', 'fulfilled', 'fulfilled'])).toBe('fulfilled')
    expect(of(['fulfilled', 'broken', 'fulfilled'])).toBe('broken')
    expect(of(['fulfilled', 'fulfilled', 'fulfilled'], ['fulfilled', 'fulfilled', 'broken'])).toBe('broken')
  })

  it('tells none, silent and new ones apart', () => {
    expect(of()).toBe('none')
    expect(of(['no-data', 'absent', 'no-traffic'])).toBe('no-data')
    expect(of([])).toBe('no-data')
    expect(of(['absent', 'fulfilled', 'fulfilled'])).toBe('too-new')
  })

  it('leaves to the others what a silent one cannot say, and counts it', () => {
    expect(
      keptOverTime([
        ['fulfilled', 'fulfilled', 'fulfilled'],
        ['no-traffic', 'no-traffic', 'no-traffic'],
      ]),
    ).toEqual({ standing: 'fulfilled', count: 2, brokenCount: 0, silentCount: 1 })
  })

  it('is broken by one broken period, wherever it stands', () => {
    const anyCells = fc.array(fc.constantFrom(...adherences), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(fc.array(anyCells, { maxLength: 6 }), (series) => {
        const { standing: actual, brokenCount, silentCount, count } = keptOverTime(series)
        expect(actual === 'broken').toBe(series.some((cells) => cells.includes('broken')))
        expect(brokenCount + silentCount).toBeLessThanOrEqual(count)
        if (actual === 'fulfilled') expect(series.flat()).toContain('fulfilled')
      }),
    )
  })
})
