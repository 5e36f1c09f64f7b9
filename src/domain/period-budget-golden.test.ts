import { describe, expect, it } from 'vitest'

import { formatRemaining, formatServiceLevel } from './format.ts'
import { grantOf } from './grant.ts'
import type { Period } from './period.ts'
import { type PeriodBudget, periodBudget, type Series } from './period-budget.ts'
import { allowancePpb, PPB } from './target.ts'
import { fourWeekPeriod, nextPeriod } from './testing/fixed-period.ts'
import { goldenCase } from './testing/golden.ts'
import { evenRows, seriesLosing, seriesOf, topUp } from './testing/series.ts'

const { startHour, endHour } = fourWeekPeriod
const HOURS = endHour - startHour

function closedBudget(series: Series, period: Period = fourWeekPeriod): PeriodBudget {
  return periodBudget(series, period, period.endHour)
}

/** All events of the period in its first hour: the counts are what the case is about, not their time. */
function countedBudget(total: number, bad: number, sloPercent: number): PeriodBudget {
  return closedBudget(
    seriesOf([{ hour: startHour, good: total - bad, total }], {
      targets: [{ fromHour: 0, target: sloPercent / 100 }],
    }),
  )
}

const percentLeft = (budget: PeriodBudget) => (budget.remaining ?? Number.NaN) * 100

describe('what a period grants and what is left of it', () => {
  it('GC-EB-05: half of the allowed bad events leaves half of the budget', () => {
    const golden = goldenCase('GC-EB-05')
    const total = golden.number('inputs', 'valid_events')
    const bad = golden.number('inputs', 'bad_events')
    const budget = countedBudget(total, bad, golden.number('inputs', 'slo_percent'))
    expect(budget.grant).toBe(golden.number('expected', 'allowed_bad_events'))
    expect(percentLeft(budget)).toBeCloseTo(golden.number('expected', 'remaining_percent'), 9)
    expect(100 - percentLeft(budget)).toBeCloseTo(golden.number('expected', 'depleted_percent'), 9)
    expect(budget.state === 'fulfilled').toBe(golden.flag('expected', 'fulfilled'))
  })

  it('GC-EB-08: nothing left is fulfilled and exhausted', () => {
    const golden = goldenCase('GC-EB-08')
    const total = golden.number('inputs', 'valid_events')
    const budget = countedBudget(
      total,
      golden.number('inputs', 'bad_events'),
      golden.number('inputs', 'slo_percent'),
    )
    expect(percentLeft(budget)).toBe(golden.number('expected', 'remaining_percent'))
    expect(budget.state === 'fulfilled').toBe(golden.flag('expected', 'fulfilled'))
    expect(budget.exhaustedAtHour !== null).toBe(golden.flag('expected', 'exhausted'))
  })

  it.each(['GC-EB-09', 'GC-EB-10'])('%s: a 100 %% target has no budget, only a verdict', (id) => {
    const golden = goldenCase(id)
    const bad = golden.number('inputs', 'bad_events')
    const budget = countedBudget(
      golden.number('inputs', 'valid_events'),
      bad,
      golden.number('inputs', 'slo_percent'),
    )
    expect(budget.remaining).toBe(golden.value('expected', 'remaining_percent'))
    expect(budget.state === 'fulfilled').toBe(golden.flag('expected', 'fulfilled'))
    expect(budget.exhaustedAtHour).toBe(bad === 0 ? null : startHour + 1)
  })

  it('GC-EB-10: is exhausted with the first bad event', () => {
    const golden = goldenCase('GC-EB-10')
    const budget = countedBudget(
      golden.number('inputs', 'valid_events'),
      golden.number('inputs', 'bad_events'),
      100,
    )
    expect(budget.exhaustedAtHour !== null).toBe(golden.flag('expected', 'exhausted'))
  })

  it('GC-EB-11: no traffic is neither fulfilled nor broken', () => {
    const golden = goldenCase('GC-EB-11')
    const sloPercent = golden.number('inputs', 'slo_percent')
    const budget = countedBudget(
      golden.number('inputs', 'valid_events'),
      golden.number('inputs', 'bad_events'),
      sloPercent,
    )
    expect(budget.state.replace('-', '_')).toBe(golden.text('expected', 'adherence'))
    expect(formatServiceLevel(budget.good, budget.total, sloPercent / 100)).toBe(
      golden.value('expected', 'sli_percent'),
    )
    expect(budget.remaining).toBe(1)
  })

  it.each(['GC-EB-13', 'GC-EB-14'])('%s: neither debt nor surplus carries over', (id) => {
    const golden = goldenCase(id)
    const endPercent = golden.number('inputs', 'previous_period_end_percent')
    const previous = seriesLosing(fourWeekPeriod, [{ fromHour: 0, toHour: HOURS, percent: 100 - endPercent }])
    expect(percentLeft(closedBudget(previous))).toBeCloseTo(endPercent, 9)
    const next = periodBudget(previous, nextPeriod, nextPeriod.startHour)
    expect(percentLeft(next)).toBe(golden.number('expected', 'next_period_start_percent'))
  })

  it('GC-EB-15: a top-up lifts to the full grant at most', () => {
    const golden = goldenCase('GC-EB-15')
    const percent = 100 - golden.number('inputs', 'remaining_percent')
    const losing = seriesLosing(fourWeekPeriod, [{ fromHour: 0, toHour: 10, percent }])
    const corrections = [topUp(startHour + 20, golden.number('inputs', 'top_up_percent') / 100)]
    const budget = closedBudget({ ...losing, corrections })
    expect(percentLeft(budget)).toBe(golden.number('expected', 'remaining_percent'))
    expect((budget.rawRemaining ?? 0) * 100).toBeCloseTo(golden.number('inputs', 'remaining_percent'), 9)
  })

  it('GC-EB-16: an hour within its target depletes all the same, by its bad events', () => {
    const golden = goldenCase('GC-EB-16')
    const total = 100_000
    const bad = (golden.number('inputs', 'hour_bad_rate_percent') / 100) * total
    const ofTheHour = grantOf([{ total, ppb: allowancePpb(golden.number('inputs', 'slo_percent') / 100) }])
    expect((bad / ofTheHour) * 100).toBeCloseTo(
      golden.number('expected', 'event_method_depletion_percent_of_hour_share'),
      5,
    )
    const budget = countedBudget(total, bad, golden.number('inputs', 'slo_percent'))
    expect(100 - percentLeft(budget)).toBeCloseTo((bad / ofTheHour) * 100, 9)
  })

  it.each(['GC-DOWN-98', 'GC-DOWN-99', 'GC-DOWN-99_5', 'GC-DOWN-99_9', 'GC-DOWN-99_95', 'GC-DOWN-99_99'])(
    '%s: with one event a minute the grant is the minutes of full outage',
    (id) => {
      const golden = goldenCase(id)
      const hours = golden.number('inputs', 'period_days') * 24
      const series = seriesOf(evenRows(startHour, startHour + hours, { total: 60, bad: 0 }), {
        targets: [{ fromHour: 0, target: golden.number('inputs', 'slo_percent') / 100 }],
      })
      const { grant } = closedBudget(series, { ...fourWeekPeriod, endHour: startHour + hours })
      expect(Math.abs(grant - golden.number('expected', 'full_outage_minutes'))).toBeLessThanOrEqual(
        golden.tolerance,
      )
    },
  )

  it('GC-S0-01: the list of the slide shows what the service level leaves of the budget', () => {
    const golden = goldenCase('GC-S0-01')
    const total = 100_000
    const bad = Math.round(((100 - golden.number('inputs', 'status_percent')) / 100) * total)
    const budget = countedBudget(total, bad, golden.number('inputs', 'target_percent'))
    expect(percentLeft(budget)).toBeCloseTo(golden.number('expected', 'remaining_percent'), 3)
    expect(`${formatRemaining(budget.remaining ?? 0)}%`).toBe(golden.text('expected', 'displayed'))
  })

  it('GC-W7-01: a week of even traffic holds its share of the period', () => {
    const golden = goldenCase('GC-W7-01')
    const ppb = allowancePpb(golden.number('inputs', 'slo_percent') / 100)
    const perDay = 24_000
    const weekTotal = perDay * golden.number('inputs', 'window_days')
    const week = grantOf([{ total: weekTotal, ppb }])
    const period = grantOf([{ total: perDay * golden.number('inputs', 'period_days'), ppb }])
    expect((week / weekTotal) * 100).toBe(golden.number('expected', 'weekly_budget_percent_of_weekly_events'))
    expect((week / period) * 100).toBe(golden.number('expected', 'share_of_period_grant_percent'))
    expect(ppb / PPB).toBe(0.05)
  })

  it('GC-ENG-05: the service level is good over valid events', () => {
    const golden = goldenCase('GC-ENG-05')
    const { good, total } = countedBudget(
      golden.number('inputs', 'valid'),
      golden.number('inputs', 'valid') - golden.number('inputs', 'good'),
      98,
    )
    expect((good / total) * 100).toBe(golden.number('expected', 'sli_percent'))
  })

  it('GC-T11_3-end: what the incidents depleted is what is missing at the end', () => {
    const golden = goldenCase('GC-T11_3-end')
    const percents = golden.numbers('inputs', 'incidents_depleted_percent')
    const losses = percents.map((percent, i) => ({ fromHour: i * 200, toHour: i * 200 + 50, percent }))
    const left = percentLeft(closedBudget(seriesLosing(fourWeekPeriod, losses)))
    expect(left).toBeCloseTo(golden.number('expected', 'remaining_at_end_percent'), 9)
    expect(100 - left).toBeCloseTo(golden.number('expected', 'sum_percent'), 9)
  })
})

describe('premature exhaustion', () => {
  it.each(['GC-PRE-04', 'GC-PRE-05'])('%s: only strictly before the end', (id) => {
    const golden = goldenCase(id)
    const days = golden.number('inputs', 'period_days')
    const period = { ...fourWeekPeriod, endHour: startHour + days * 24 }
    const zeroReached = Math.ceil(golden.number('inputs', 'zero_reached_day') * 24)
    const budget = closedBudget(
      seriesLosing(period, [{ fromHour: 0, toHour: zeroReached, percent: 100 }]),
      period,
    )
    expect(budget.exhaustedAtHour).toBe(startHour + zeroReached)
    expect(budget.isPremature).toBe(golden.flag('expected', 'premature_exhaustion'))
  })
})
