import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { bucketsFromRows } from './buckets.ts'
import { periodBudget, type Series } from './period-budget.ts'
import type { Period } from './period.ts'
import {
  depletionAt,
  downtimeCost,
  downtimeLeaning,
  leastByStart,
  leftAfter,
  roomByStart,
  type PlannedDowntime,
} from './planned-downtime.ts'
import { anyNow, anySeries, shortPeriod } from './testing/arbitraries.ts'
import { evenRows, exclusion, seriesOf } from './testing/series.ts'

const period: Period = { id: 'P1', name: 'P1', startHour: 672, endHour: 1344 }
const next: Period = { id: 'P2', name: 'P2', startHour: 1344, endHour: 2016 }
const now = 1008
/** Quiet nights, busy days, and nothing wrong; 1,000 and 100 events an hour, 90 % promised. */
const isNight = (hour: number) => hour % 24 < 8
const daily = seriesOf(
  Array.from({ length: now }, (_, hour) => {
    const total = isNight(hour) ? 100 : 1_000
    return { hour, good: total, total }
  }),
)
const whole = (minutes: number): PlannedDowntime => ({ minutes, failingShare: 1 })

describe('a planned downtime', () => {
  it('takes what it would fail of what the period may lose', () => {
    const cost = downtimeCost(daily, period, now, whole(90))
    // 28 days of 8 x 100 and 16 x 1,000 events, a tenth of which may fail.
    expect(cost.grant).toBeCloseTo(47_040, 6)
    expect(cost.remaining).toBe(1)
    expect(cost.fromHour).toBe(now)
    // From midnight: one hour and a half of 100; from seven: one hour of 100 and half of one of 1,000.
    expect([cost.bad[0], cost.bad[7]]).toEqual([150, 600])
    expect(depletionAt(cost, 7)).toBeCloseTo(600 / 47_040, 12)
    expect(leftAfter(cost, 7)).toBeCloseTo(1 - 600 / 47_040, 12)
  })

  it('begins so that it ends with the period', () => {
    expect(downtimeCost(daily, period, now, whole(60)).bad).toHaveLength(period.endHour - now)
    expect(downtimeCost(daily, period, now, whole(61)).bad).toHaveLength(period.endHour - now - 1)
    expect(downtimeCost(daily, period, period.endHour - 1, whole(61)).bad).toHaveLength(0)
  })

  it('meets a whole budget in the period after', () => {
    const spent = seriesOf([
      ...evenRows(0, now - 24, { total: 100, bad: 0 }),
      ...evenRows(now - 24, now, { total: 100, bad: 100 }),
    ])
    expect(downtimeCost(spent, period, now, whole(60)).remaining).toBeCloseTo(1 - 2_400 / 6_720, 9)
    const coming = downtimeCost(spent, next, now, whole(60))
    expect([coming.fromHour, coming.remaining, coming.bad.length]).toEqual([1344, 1, 672])
    expect(coming.grant).toBeCloseTo(6_720, 6)
  })

  it('costs nothing in hours that are left out of the budget', () => {
    const series = { ...daily, corrections: [exclusion(now + 8, now + 10)] }
    const { bad } = downtimeCost(series, period, now, whole(60))
    expect(bad.slice(7, 11)).toEqual(Float64Array.of(100, 0, 0, 1_000))
  })

  it('knows no share of a budget that is not there', () => {
    const series: Series = { ...daily, targets: [{ fromHour: 0, target: 1 }] }
    const cost = downtimeCost(series, period, now, whole(60))
    expect([cost.remaining, depletionAt(cost, 0), leftAfter(cost, 0)]).toEqual([null, null, null])
    expect(roomByStart(cost)[0]).toBeNull()
    const other = roomByStart(downtimeCost(daily, period, now, whole(60)))
    expect(leastByStart([roomByStart(cost), other])).toEqual(other)
  })

  it('of something nobody asks for takes nothing', () => {
    const silent = seriesOf(evenRows(0, now, { total: 0, bad: 0 }))
    const cost = downtimeCost(silent, period, now, whole(60))
    expect([cost.remaining, depletionAt(cost, 0)]).toEqual([1, 0])
  })
})

describe('the data lean to', () => {
  const none = { isStopped: false, room: 0, hasRoomAtAnotherTime: false, hasRoomLater: false }
  it.each([
    ['go', { room: 0.01 }],
    ['another-time', { hasRoomAtAnotherTime: true, hasRoomLater: true }],
    ['next-period', { room: -0.1, hasRoomLater: true }],
    ['never', { room: -0.1 }],
    ['stopped', { isStopped: true, room: 0.8 }],
    [null, { room: null }],
  ] as const)('%s', (leaning, evidence) => {
    expect(downtimeLeaning({ ...none, ...evidence })).toBe(leaning)
  })

  it('a budget that must keep a share has so much less room', () => {
    const cost = downtimeCost(daily, period, now, whole(60))
    expect(roomByStart(cost, 0.2)[0]).toBeCloseTo(0.8 - 100 / 47_040, 12)
  })
})

describe('for any budget', () => {
  const anyDowntime = fc.record({
    minutes: fc.integer({ min: 1, max: 600 }),
    failingShare: fc.double({ min: 0.01, max: 1, noNaN: true }),
  })
  const isNear = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))

  it('what is left before it is what the budget says', () => {
    fc.assert(
      fc.property(anySeries, anyNow, anyDowntime, (series, hour, downtime) => {
        const { remaining, grant } = periodBudget(series, shortPeriod, hour)
        expect(downtimeCost(series, shortPeriod, hour, downtime)).toMatchObject({ remaining, grant })
      }),
    )
  })

  it('one after the other take as much as one as long as both', () => {
    fc.assert(
      fc.property(
        anySeries,
        anyNow,
        fc.integer({ min: 1, max: 5 }),
        anyDowntime,
        (series, hour, hours, second) => {
          const first = { ...second, minutes: hours * 60 }
          const both = { ...second, minutes: first.minutes + second.minutes }
          const [one, other, all] = [first, second, both].map(
            (downtime) => downtimeCost(series, shortPeriod, hour, downtime).bad,
          )
          all?.forEach((bad, start) => {
            expect(isNear(bad, (one?.[start] ?? 0) + (other?.[start + hours] ?? 0))).toBe(true)
          })
        },
      ),
    )
  })

  it('a longer one, or one in which more fails, never takes less', () => {
    fc.assert(
      fc.property(anySeries, anyNow, anyDowntime, anyDowntime, (series, hour, a, b) => {
        const less = {
          minutes: Math.min(a.minutes, b.minutes),
          failingShare: Math.min(a.failingShare, b.failingShare),
        }
        const more = {
          minutes: Math.max(a.minutes, b.minutes),
          failingShare: Math.max(a.failingShare, b.failingShare),
        }
        const light = downtimeCost(series, shortPeriod, hour, less).bad
        downtimeCost(series, shortPeriod, hour, more).bad.forEach((bad, start) => {
          expect(bad).toBeGreaterThanOrEqual((light[start] ?? 0) * (1 - 1e-9))
        })
      }),
    )
  })

  it('ten times the traffic changes no share', () => {
    fc.assert(
      fc.property(anySeries, anyNow, anyDowntime, (series, hour, downtime) => {
        const rows = Array.from(series.buckets.hour, (at, row) => ({
          hour: at,
          good: 10 * (series.buckets.good[row] ?? 0),
          total: 10 * (series.buckets.total[row] ?? 0),
        }))
        const grown = downtimeCost({ ...series, buckets: bucketsFromRows(rows) }, shortPeriod, hour, downtime)
        const own = downtimeCost(series, shortPeriod, hour, downtime)
        own.bad.forEach((_, start) => {
          const [before, after] = [depletionAt(own, start), depletionAt(grown, start)]
          expect(before === null ? after === null : after !== null && isNear(before, after)).toBe(true)
        })
      }),
    )
  })
})
