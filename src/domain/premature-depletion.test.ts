import { describe, expect, it } from 'vitest'

import { periodBudget } from './period-budget.ts'
import { depletedWithin, reachesLimit } from './premature-depletion.ts'
import { badIn, burningSeries, periodOf } from './testing/burning-series.ts'
import { goldenCase } from './testing/golden.ts'
import type { GoldenCase } from './testing/golden.ts'

const percentIn = (golden: GoldenCase) => Number(/(\d+)\s*%/.exec(golden.text('inputs', 'rule'))?.[1])

describe('a limit is reached', () => {
  it('GC-PRE-01: 90 % of the grant is gone when 10 % is left', () => {
    const golden = goldenCase('GC-PRE-01')
    const depleted = 1 - golden.number('inputs', 'remaining_percent') / 100
    expect(reachesLimit(depleted, { share: percentIn(golden) / 100 })).toBe(golden.flag('expected', 'met'))
  })

  it('GC-PRE-02: 50 % within one week', () => {
    const golden = goldenCase('GC-PRE-02')
    const depleted = golden.number('inputs', 'depleted_percent_in_7d') / 100
    expect(reachesLimit(depleted, { share: percentIn(golden) / 100 })).toBe(golden.flag('expected', 'met'))
  })

  it.each([
    ['GC-POL-01', 'depleted_last_24h_percent'],
    ['GC-POL-02', 'depleted_last_7d_percent'],
    ['GC-POL-06', 'depleted_by_dependency_percent'],
  ])('%s: %s', (id, name) => {
    const golden = goldenCase(id)
    const limit = { share: golden.number('inputs', 'limit') / 100 }
    expect(reachesLimit(golden.number('inputs', name) / 100, limit)).toBe(
      golden.flag('expected', 'condition_met'),
    )
  })

  it('GC-POL-03: the SLO has its limit and the SLA another', () => {
    const golden = goldenCase('GC-POL-03')
    const depleted = golden.number('inputs', 'depleted_percent') / 100
    for (const kind of ['slo', 'sla']) {
      const limit = { share: golden.number('inputs', `${kind}_limit`) / 100 }
      expect(reachesLimit(depleted, limit)).toBe(golden.flag('expected', `${kind}_condition`))
    }
  })

  it('not a bad event before', () => {
    expect(reachesLimit(0.499_999, { share: 0.5 })).toBe(false)
  })
})

describe('depleted within a span', () => {
  const START = 480_000
  /** 200 hours of 1,000 events at 99 % grant 2,000 bad events. */
  const period = periodOf(START, 200)
  const bad = badIn(200, { 0: 400, 100: 200, 189: 20, 190: 100, 199: 300 })
  const series = burningSeries(0.99, 1000, START, bad)
  const closed = period.endHour

  it.each([
    ['the last hour', 1, 0.15],
    ['the last ten hours', 10, 0.2],
    ['the last eleven hours', 11, 0.21],
    ['the period', null, 0.51],
    ['longer than the period', 1000, 0.51],
  ])('%s', (_name, hours, share) => {
    expect(depletedWithin(series, period, closed, hours)).toBeCloseTo(share, 12)
    expect(depletedWithin(series, period, closed + 50, hours)).toBeCloseTo(share, 12)
  })

  it('a span never reaches into the period before: that was another grant', () => {
    const next = periodOf(START + 100, 100)
    expect(depletedWithin(series, next, closed, 150)).toBeCloseTo(620 / 1000, 12)
    expect(depletedWithin(series, next, closed, null)).toBeCloseTo(620 / 1000, 12)
  })

  it('over the whole period is what is not left', () => {
    const { remaining } = periodBudget(series, period, closed)
    expect(depletedWithin(series, period, closed, null)).toBeCloseTo(1 - (remaining ?? Number.NaN), 12)
  })

  it('in an open period ends now, as a share of the estimated grant', () => {
    const nowHour = START + 101
    const { grant } = periodBudget(series, period, nowHour)
    expect(depletedWithin(series, period, nowHour, 24)).toBe(200 / grant)
  })

  it('is absent without a grant', () => {
    expect(depletedWithin(burningSeries(1, 1000, START, bad), period, closed, 24)).toBeNull()
    expect(depletedWithin(burningSeries(0.99, 0, START, badIn(200, {})), period, closed, null)).toBeNull()
  })
})
