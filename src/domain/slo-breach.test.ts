import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { breaches, defaultBurnRateRules } from './burn-rate.ts'
import { periodAt, periodHoursAt, type PeriodScheme } from './period.ts'
import { periodBudget } from './period-budget.ts'
import { defaultTimeline, ruleSetOf, type RuleTimeline } from './rule-set.ts'
import { sloBreaches } from './slo-breach.ts'
import { badIn, burningSeries, type HourlyBad } from './testing/burning-series.ts'
import { goldenCase } from './testing/golden.ts'

const scheme: PeriodScheme = { kind: 'four-weeks' }
const { startHour: START, endHour: END } = periodAt(scheme, 480_000)
const HOURS = END - START

/** 1,000 events an hour at 99 %: a grant of 6,720 in a period of even traffic. */
const seriesOf = (bad: HourlyBad) => burningSeries(0.99, 1000, START, bad)

const own = ruleSetOf({
  windowMinutes: 60,
  shareOfWindowBudgetPercent: 200,
  evaluationMinutes: 60,
  snoozeMinutes: 120,
})
const ownSince = (fromHour: number): RuleTimeline => [...defaultTimeline, { fromHour, set: own }]
const ownAlways: RuleTimeline = [{ fromHour: 0, set: own }]

const found = (bad: HourlyBad, timeline = defaultTimeline, nowHour = START + bad.length) =>
  sloBreaches(
    seriesOf(bad),
    { scheme, timeline },
    { leadHour: START, startsIn: { fromHour: START, toHour: nowHour }, nowHour },
  )

describe('what a breach costs', () => {
  it('all bad events of its hours, as a share of the grant', () => {
    const [breach] = found(badIn(HOURS, { 100: 500, 101: 172 }))
    expect(breach).toMatchObject({ startHour: START + 100, bad: 672, isEstimate: false })
    expect(breach?.depletion).toBeCloseTo(672 / 6720, 12)
  })

  it('over the border of a period it takes of both grants', () => {
    const bad = badIn(2 * HOURS, { [HOURS - 1]: 500, [HOURS]: 300 })
    const [breach, ...more] = found(bad)
    expect(more).toEqual([])
    expect(breach?.depletion).toBeCloseTo(500 / 6720 + 300 / 6720, 12)
  })

  it('of an open period the grant is an estimate', () => {
    expect(found(badIn(300, { 200: 500 }))[0]?.isEstimate).toBe(true)
  })

  it('law: no breach takes more than all that was bad, and together they take no more than the period lost', () => {
    const anyBad = fc.array(fc.oneof(fc.constant(0), fc.nat(20), fc.nat(1000)), {
      minLength: HOURS,
      maxLength: HOURS,
    })
    fc.assert(
      fc.property(anyBad, fc.boolean(), (bad, isOwn) => {
        const all = found(bad, isOwn ? ownAlways : defaultTimeline)
        const { grant, bad: lost } = periodBudget(seriesOf(bad), periodAt(scheme, START), END)
        const taken = all.reduce((sum, breach) => sum + (breach.depletion ?? 0), 0)
        expect(all.every((breach) => breach.bad <= lost)).toBe(true)
        expect(taken).toBeLessThanOrEqual(lost / grant + 1e-9)
      }),
      { numRuns: 25 },
    )
  })
})

describe('whom it tells', () => {
  it('without a snooze each breach tells once, at the end of its first hour', () => {
    const all = found(badIn(300, { 50: 500, 51: 500, 52: 500, 200: 500 }))
    expect(all.map(({ alertedAtHour, alertCount }) => [alertedAtHour, alertCount])).toEqual([
      [START + 51, 1],
      [START + 201, 1],
    ])
  })

  it('GC-ALERT-05: after an alert the SLO is silent for the snooze time, then alerts again', () => {
    const golden = goldenCase('GC-ALERT-05')
    const snooze = golden.number('inputs', 'snooze_min')
    const [first = 0, second = 0] = golden.numbers('expected', 'alerts_at_min')
    const [breach] = found(badIn(24, { 5: 500, 6: 500, 7: 500 }), ownAlways)
    // Seen at the ends of its three hours: 0, 60 and 120 minutes after the first.
    expect(breach).toMatchObject({ alertedAtHour: START + 6 + first / 60, alertCount: 2 })
    expect(breach?.silentUntilHour).toBe(START + 6 + (second + snooze) / 60)
  })

  it('a breach in the snooze of another is stored and depletes all the same, without an alert', () => {
    const all = found(badIn(24, { 5: 500, 7: 500 }), ownAlways)
    const apart = found(badIn(24, { 5: 500, 8: 500 }), ownAlways)
    expect(all).toHaveLength(1)
    expect(apart).toHaveLength(2)
    const snoozed = found(badIn(24, { 5: 500, 8: 500 }), [
      {
        fromHour: 0,
        set: ruleSetOf({
          windowMinutes: 60,
          shareOfWindowBudgetPercent: 200,
          evaluationMinutes: 60,
          snoozeMinutes: 240,
        }),
      },
    ])
    expect(snoozed.map(({ alertCount }) => alertCount)).toEqual([1, 0])
    expect(snoozed[1]).toMatchObject({ alertedAtHour: null, silentUntilHour: START + 10, bad: 500 })
    expect(snoozed[1]?.depletion).toBeGreaterThan(0)
  })
})

describe('the rules in force', () => {
  it('judge each hour: a breach by the old ones ends where they change', () => {
    const bad = badIn(48, Object.fromEntries(Array.from({ length: 20 }, (_, i) => [10 + i, 500])))
    const all = found(bad, ownSince(START + 15))
    expect(
      all.map(({ startHour, endHour, ruleIds }) => [startHour, endHour, ruleIds.includes('own')]),
    ).toEqual([
      [START + 10, START + 15, false],
      [START + 15, START + 30, true],
    ])
  })

  it('law: the default ones alone find what burn-rate breaches are', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constant(0), fc.nat(1000)), { maxLength: 400 }), (bad) => {
        const nowHour = START + bad.length
        const plain = breaches(seriesOf(bad), defaultBurnRateRules, periodHoursAt(scheme), START, nowHour)
        expect(
          found(bad).map(({ startHour, endHour, peakRate }) => ({ startHour, endHour, peakRate })),
        ).toEqual(plain.map(({ startHour, endHour, peakRate }) => ({ startHour, endHour, peakRate })))
      }),
      { numRuns: 40 },
    )
  })
})
