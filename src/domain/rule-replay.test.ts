import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { periodAt, type PeriodScheme } from './period.ts'
import { episodesSince, replayRules } from './rule-replay.ts'
import { coarseParts, defaultRuleSet, ruleSetOf } from './rule-set.ts'
import { badIn, burningSeries, type HourlyBad } from './testing/burning-series.ts'

const scheme: PeriodScheme = { kind: 'four-weeks' }
const { startHour: START, endHour: END } = periodAt(scheme, 480_000)
const HOURS = END - START
const window = { fromHour: START, nowHour: END, scheme }

const seriesOf = (bad: HourlyBad, perHour = 1000) => burningSeries(0.99, perHour, START, bad)
const rule = { windowMinutes: 60, shareOfWindowBudgetPercent: 200, evaluationMinutes: 60, snoozeMinutes: 0 }

function replay(bad: HourlyBad, change: Partial<typeof rule> = {}, perHour = 1000) {
  const series = seriesOf(bad, perHour)
  return replayRules(series, ruleSetOf({ ...rule, ...change }), episodesSince(series, window), window)
}

describe('a rule on the past of a series', () => {
  it('tells at the end of the first hour it sees, with what was gone by then', () => {
    const bad = badIn(HOURS, { 100: 15, 101: 336, 102: 336 })
    const { told, alertCount, missedCount, medianAfterHours, mostGoneByThen } = replay(bad)
    expect(alertCount).toBe(1)
    expect(missedCount).toBe(0)
    expect(told[0]?.afterHours).toBe(2)
    expect(told[0]?.goneByThen).toBeCloseTo((15 + 336) / 6720, 12)
    expect(medianAfterHours).toBe(2)
    expect(mostGoneByThen).toBeCloseTo((15 + 336) / 6720, 12)
  })

  it('misses an episode that stays below it', () => {
    const slow = badIn(HOURS, Object.fromEntries(Array.from({ length: 60 }, (_, i) => [100 + i, 18])))
    expect(replay(slow)).toMatchObject({ alertCount: 0, missedCount: 1, medianAfterHours: null })
    expect(replay(slow, { shareOfWindowBudgetPercent: 150 })).toMatchObject({ alertCount: 1, missedCount: 0 })
  })

  it('counts what it would tell although hardly any budget was lost', () => {
    expect(replay(badIn(HOURS, { 100: 30 }))).toMatchObject({ breachCount: 1, outsideCount: 1, told: [] })
  })

  it('says in how many hours there were too few events to judge by', () => {
    expect(replay(badIn(HOURS, { 100: 9 }), {}, 9)).toMatchObject({ breachCount: 0, unjudgedHours: HOURS })
    expect(replay(badIn(HOURS, { 100: 9 }), { windowMinutes: 120 }, 9).unjudgedHours).toBe(1)
  })

  it('law: a lower share never tells of fewer episodes, nor later', () => {
    const anyBad = fc.array(fc.oneof(fc.constant(0), fc.nat(40), fc.nat(1000)), {
      minLength: HOURS,
      maxLength: HOURS,
    })
    fc.assert(
      fc.property(anyBad, fc.integer({ min: 110, max: 900 }), (bad, share) => {
        const low = replay(bad, { shareOfWindowBudgetPercent: 100 })
        const high = replay(bad, { shareOfWindowBudgetPercent: share })
        expect(low.missedCount).toBeLessThanOrEqual(high.missedCount)
        for (const [at, { afterHours }] of high.told.entries()) {
          if (afterHours !== null) expect(low.told[at]?.afterHours).toBeLessThanOrEqual(afterHours)
        }
      }),
      { numRuns: 20 },
    )
  })

  it('the default rules find a fast burn within its first hour', () => {
    const series = seriesOf(badIn(HOURS, { 100: 500 }))
    const found = replayRules(series, defaultRuleSet, episodesSince(series, window), window)
    expect(found).toMatchObject({ alertCount: 1, medianAfterHours: 1 })
  })
})

describe('what is finer than past hours', () => {
  it('is named', () => {
    expect(coarseParts({ ...rule, snoozeMinutes: 120 })).toEqual([])
    expect(coarseParts({ ...rule, evaluationMinutes: 5, windowMinutes: 90, snoozeMinutes: 15 })).toEqual([
      'window',
      'evaluation',
      'snooze',
    ])
  })
})
