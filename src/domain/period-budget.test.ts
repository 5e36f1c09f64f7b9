import { describe, expect, it } from 'vitest'

import { STALE_AFTER_HOURS } from './account-state.ts'
import { periodBudget, type Series } from './period-budget.ts'
import { fourWeekPeriod as period, nextPeriod } from './testing/fixed-period.ts'
import { evenRows, exclusion, seriesOf, topUp } from './testing/series.ts'

const { startHour, endHour } = period
const HOURS = endHour - startHour
const HISTORY = 672
const quiet = { total: 100, bad: 0 }

/** Traffic since four weeks before the period up to `nowHour`, with the bad hours given (counted from its start). */
function openSeries(
  nowHour: number,
  badByHour: Record<number, number> = {},
  overrides: Partial<Series> = {},
) {
  const rows = evenRows(startHour - HISTORY, nowHour, quiet).map((row) => ({
    ...row,
    good: row.good - (badByHour[row.hour - startHour] ?? 0),
  }))
  return seriesOf(rows, overrides)
}

describe('grant of an open period', () => {
  const nowHour = startHour + 100

  it('estimates coming hours by the same hour of the week in the last 28 days', () => {
    const rows = evenRows(startHour - HISTORY, nowHour, quiet).map((row) =>
      row.hour % 168 === (nowHour + 5) % 168 ? { ...row, total: 500, good: 500 } : row,
    )
    const { grant } = periodBudget(seriesOf(rows), period, nowHour)
    // Four such hours, at 1 in 10: the one that passed in this period and the three to come.
    const busyHours = rows.filter((row) => row.hour >= startHour && row.total === 500).length + 4
    expect(busyHours).toBe(4)
    expect(grant).toBe((HOURS * 100 + busyHours * 400) / 10)
  })

  it('falls back to the mean hour of the period so far, and to nothing where there is none', () => {
    const young = seriesOf(evenRows(startHour, nowHour, { total: 30, bad: 0 }))
    expect(periodBudget(young, period, nowHour).grant).toBe((HOURS * 30) / 10)
    const silent = seriesOf([], { beganHour: startHour })
    expect(periodBudget(silent, period, nowHour).grant).toBe(0)
  })

  it('uses the target in force in each past hour and the present one for the coming hours', () => {
    const changed = openSeries(
      nowHour,
      {},
      {
        targets: [
          { fromHour: 0, target: 0.9 },
          { fromHour: startHour + 40, target: 0.99 },
        ],
      },
    )
    expect(periodBudget(changed, period, nowHour).grant).toBe(40 * 10 + (HOURS - 40) * 1)
  })

  it('counts coming hours only until the series ends, and hours since it began', () => {
    const ending = openSeries(nowHour, {}, { endedHour: startHour + 200 })
    const budget = periodBudget(ending, period, nowHour)
    expect([budget.grant, budget.elapsedShare]).toEqual([200 * 10, 0.5])

    const begun = seriesOf(evenRows(startHour + 72, nowHour, quiet))
    const young = periodBudget(begun, period, nowHour)
    expect([young.grant, young.elapsedHours, young.missingHours]).toEqual([600 * 10, 28, 0])
    expect(young.elapsedShare).toBe(28 / 600)
  })

  it('expects nothing of hours that are excluded already', () => {
    const planned = openSeries(nowHour, {}, { corrections: [exclusion(nowHour + 10, nowHour + 34)] })
    const budget = periodBudget(planned, period, nowHour)
    expect(budget.grant).toBe((HOURS - 24) * 10)
    expect(budget.isCorrected).toBe(true)
  })

  it('is trued up when the period closes', () => {
    const series = seriesOf([
      ...evenRows(startHour - HISTORY, startHour, quiet),
      ...evenRows(startHour, endHour, { total: 7, bad: 0 }),
    ])
    expect(periodBudget(series, period, endHour).grant).toBe((HOURS * 7) / 10)
  })
})

describe('state of an open period', () => {
  const nowHour = startHour + 336

  it.each<[string, Record<number, number>, string]>([
    ['nothing lost', {}, 'healthy'],
    ['half lost in the first half', spread(3360, 0, 336), 'healthy'],
    ['more than half lost early, quiet since', spread(3500, 0, 100), 'at-risk'],
    ['little lost, but fast and lately', spread(1000, 312, 336), 'at-risk'],
    ['all lost', spread(6720, 0, 100), 'exhausted'],
  ])('%s: %s', (_, badByHour, state) => {
    expect(periodBudget(openSeries(nowHour, badByHour), period, nowHour).state).toBe(state)
  })

  it('is no-data without a bucket, and when measurements stopped some hours ago', () => {
    const states = [0, STALE_AFTER_HOURS - 1, STALE_AFTER_HOURS].map(
      (silentHours) => periodBudget(openSeries(nowHour - silentHours), period, nowHour).state,
    )
    expect(states).toEqual(['healthy', 'healthy', 'no-data'])
    const before = seriesOf(evenRows(startHour - HISTORY, startHour, quiet))
    expect(periodBudget(before, period, startHour + 1)).toMatchObject({
      state: 'no-data',
      coverage: 0,
      remaining: 1,
    })
  })

  it('keeps the remaining budget of a series that fell silent', () => {
    const budget = periodBudget(openSeries(nowHour - 10, { 5: 60 }), period, nowHour)
    expect(budget).toMatchObject({ state: 'no-data', missingHours: 10, coverage: 326 / 336 })
    // Missing hours grant nothing either: their events were never seen.
    expect(budget.remaining).toBeCloseTo(1 - 60 / (6720 - 10 * 10), 12)
  })

  it('stays exhausted when measurements stop afterwards', () => {
    const series = openSeries(nowHour - 10, spread(6720, 0, 100))
    expect(periodBudget(series, period, nowHour).state).toBe('exhausted')
  })

  it('is not stale for hours that are excluded', () => {
    const series = openSeries(nowHour - 10, {}, { corrections: [exclusion(nowHour - 12, nowHour)] })
    expect(periodBudget(series, period, nowHour)).toMatchObject({
      state: 'healthy',
      missingHours: 0,
      coverage: 1,
    })
  })

  it('tells silence from hours without traffic', () => {
    const idle = seriesOf(evenRows(startHour, nowHour, { total: 0, bad: 0 }))
    expect(periodBudget(idle, period, nowHour)).toMatchObject({
      state: 'no-traffic',
      remaining: 1,
      coverage: 1,
    })
    const excluded = openSeries(nowHour, {}, { corrections: [exclusion(startHour, endHour)] })
    expect(periodBudget(excluded, period, nowHour)).toMatchObject({ state: 'no-traffic', coverage: null })
  })

  it('has no budget at 100 % and is exhausted by the first bad event', () => {
    const targets = [{ fromHour: 0, target: 1 }] as const
    const clean = periodBudget(openSeries(nowHour, {}, { targets }), period, nowHour)
    expect(clean).toMatchObject({ state: 'no-budget', remaining: null, rawRemaining: null, grant: 0 })
    const failed = periodBudget(openSeries(nowHour, { 7: 1 }, { targets }), period, nowHour)
    expect(failed).toMatchObject({
      state: 'exhausted',
      remaining: null,
      exhaustedAtHour: startHour + 8,
      isPremature: true,
    })
  })

  it('has the budget of the other hours where the target was 100 % in part of the period only', () => {
    const targets = [
      { fromHour: 0, target: 1 },
      { fromHour: startHour + 100, target: 0.9 },
    ] as const
    const budget = periodBudget(openSeries(nowHour, { 7: 5 }, { targets }), period, nowHour)
    expect(budget).toMatchObject({ grant: (HOURS - 100) * 10, state: 'healthy' })
  })

  it('has nothing left to say of a budget where 100 % was promised and nothing came', () => {
    const idle = evenRows(startHour, nowHour, { total: 0, bad: 0 })
    const budgetAt = (...targets: Series['targets']) =>
      periodBudget(seriesOf(idle, { targets }), period, nowHour)
    const promised = { fromHour: 0, target: 1 }
    expect(budgetAt(promised)).toMatchObject({ state: 'no-traffic', remaining: null })
    const loosened = budgetAt(promised, { fromHour: startHour + 10, target: 0.9 })
    expect(loosened).toMatchObject({ state: 'no-traffic', remaining: 1 })
    const tightened = budgetAt({ fromHour: 0, target: 0.9 }, { fromHour: startHour + 10, target: 1 })
    expect(tightened).toMatchObject({ state: 'no-traffic', remaining: 1 })

    const fresh = { beganHour: startHour, targets: [promised] as const }
    expect(periodBudget(seriesOf([], fresh), period, startHour)).toMatchObject({
      state: 'no-budget',
      remaining: null,
    })
    const freshWithBudget = periodBudget(seriesOf([], { beganHour: startHour }), period, startHour)
    expect(freshWithBudget).toMatchObject({ state: 'no-data', remaining: 1 })
  })

  it('knows nothing of what was agreed and never measured, and enough at the start of a period of what was', () => {
    const never = seriesOf([], { beganHour: nowHour })
    expect(periodBudget(never, period, nowHour).state).toBe('no-data')
    const known = seriesOf(evenRows(startHour - HISTORY, startHour, quiet), {
      beganHour: startHour - HISTORY,
    })
    expect(periodBudget(known, period, startHour).state).toBe('healthy')
  })

  it('counts a top-up given in the hour under way at once, and none of later hours', () => {
    const givenAt = (atHour: number) =>
      periodBudget(
        openSeries(nowHour, spread(3360, 0, 336), { corrections: [topUp(atHour, 0.2)] }),
        period,
        nowHour,
      )
    expect(givenAt(nowHour).remaining).toBeCloseTo(0.7, 9)
    expect(givenAt(nowHour).isCorrected).toBe(true)
    expect(givenAt(nowHour + 1)).toMatchObject({ remaining: 0.5, isCorrected: false })
  })

  it('is no-data for a series that has no hour in the period', () => {
    const gone = openSeries(startHour, {}, { endedHour: startHour - 10 })
    expect(periodBudget(gone, period, nowHour)).toMatchObject({
      state: 'no-data',
      elapsedHours: 0,
      elapsedShare: 1,
    })
    expect(periodBudget(gone, period, endHour)).toMatchObject({ state: 'no-data', elapsedHours: 0, grant: 0 })
  })

  it('hears of a series again with its first bucket', () => {
    const first = seriesOf([{ hour: nowHour - 1, good: 10, total: 10 }], { beganHour: startHour })
    expect(periodBudget(first, period, nowHour)).toMatchObject({ state: 'healthy', missingHours: 335 })
  })

  it('begins healthy and whole, and knows no period that has not begun', () => {
    const atStart = periodBudget(openSeries(startHour), period, startHour)
    expect(atStart).toMatchObject({
      state: 'healthy',
      remaining: 1,
      coverage: null,
      elapsedShare: 0,
      elapsedHours: 0,
    })
    expect(() => periodBudget(openSeries(startHour), nextPeriod, startHour)).toThrow(nextPeriod.id)
  })

  it('is no-data at the very start where the series was silent before it', () => {
    expect(periodBudget(openSeries(startHour - 5), period, startHour).state).toBe('no-data')
  })
})

/** So many bad events, evenly over the hours from the period's start; 100 an hour are all there are. */
function spread(bad: number, fromHour: number, toHour: number): Record<number, number> {
  const perHour = bad / (toHour - fromHour)
  return Object.fromEntries(
    Array.from({ length: toHour - fromHour }, (_, i) => [
      fromHour + i,
      Math.round((i + 1) * perHour) - Math.round(i * perHour),
    ]),
  )
}
