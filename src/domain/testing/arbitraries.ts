import fc from 'fast-check'

import type { BucketRow } from '../buckets.ts'
import type { Correction } from '../correction.ts'
import type { Hour } from '../hours.ts'
import type { Period, PeriodScheme } from '../period.ts'
import type { Series } from '../period-budget.ts'
import type { TargetTimeline } from '../target.ts'
import { exclusion, seriesOf, topUp } from './series.ts'

/** From 1900 to 2199: before and after the epoch, with the century that is no leap year and the one that is. */
export const anyHour = fc.integer({ min: -613_608, max: 2_016_000 })

export const anyScheme: fc.Arbitrary<PeriodScheme> = fc.oneof(
  fc.constantFrom<PeriodScheme>(
    { kind: 'four-weeks' },
    { kind: 'calendar-month' },
    { kind: 'calendar-quarter' },
  ),
  fc.record({
    kind: fc.constant('days' as const),
    days: fc.integer({ min: 1, max: 400 }),
    anchorHour: fc.integer({ min: -20_000, max: 30_000 }).map((day) => day * 24),
  }),
)

const anyTarget = fc.constantFrom(0.5, 0.9, 0.95, 0.98, 0.99, 0.997, 0.999, 0.9995, 0.9999, 1)

/** Silent, small, ordinary and huge hours; mostly good, sometimes all bad. */
export const anyCount = fc
  .oneof(fc.constant(0), fc.nat(12), fc.nat(1_000_000), fc.constant(1_000_000_000))
  .chain((total) =>
    fc.record({
      total: fc.constant(total),
      good: fc.oneof(fc.constant(total), fc.constant(Math.floor(total * 0.999)), fc.nat(total)),
    }),
  )

/** A four-day period and the week before it: short enough to shrink well. */
export const shortPeriod: Period = { id: 'short', name: 'Short', startHour: 480_000, endHour: 480_096 }
const firstHour = shortPeriod.startHour - 168

/** Hours from before the period to its end, with gaps. */
export const anyRows: fc.Arbitrary<readonly BucketRow[]> = fc
  .array(fc.option(anyCount, { freq: 6 }), { maxLength: shortPeriod.endHour - firstHour })
  .map((counts) =>
    counts.flatMap((count, offset) => (count ? [{ hour: shortPeriod.endHour - 1 - offset, ...count }] : [])),
  )

const hourInside: fc.Arbitrary<Hour> = fc.integer({
  min: shortPeriod.startHour,
  max: shortPeriod.endHour - 1,
})

export const anyTargets: fc.Arbitrary<TargetTimeline> = fc.oneof(
  anyTarget.map((target): TargetTimeline => [{ fromHour: firstHour, target }]),
  fc.tuple(anyTarget, anyTarget, hourInside).map(([before, after, fromHour]): TargetTimeline => [
    { fromHour: firstHour, target: before },
    { fromHour, target: after },
  ]),
)

export const anyExclusion = fc
  .tuple(hourInside, fc.integer({ min: 0, max: 30 }))
  .map(([fromHour, hours]) => exclusion(fromHour, Math.min(fromHour + hours, shortPeriod.endHour)))

export const anyTopUp = fc
  .tuple(hourInside, fc.double({ min: 0.01, max: 2, noNaN: true }))
  .map(([atHour, share]) => topUp(atHour, share))

export const anyCorrections: fc.Arbitrary<readonly Correction[]> = fc.array(
  fc.oneof(anyExclusion, anyTopUp),
  {
    maxLength: 3,
  },
)

const anyLife = fc.record({
  beganHour: fc.oneof(fc.constant(firstHour), hourInside),
  endedHour: fc.oneof(fc.constant(null), fc.constant(shortPeriod.endHour - 5)),
})

/** A series around `shortPeriod` without corrections; spread `corrections` over it where they matter. */
export const anySeries: fc.Arbitrary<Series> = fc
  .record({ rows: anyRows, targets: anyTargets, life: anyLife })
  .map(({ rows, targets, life }) => seriesOf(rows, { targets, ...life }))

export const anyCorrected = fc
  .record({ series: anySeries, corrections: anyCorrections })
  .map(({ series, corrections }): Series => ({ ...series, corrections }))

/** Inside the period (open) or at its end (closed). */
export const anyNow: fc.Arbitrary<Hour> = fc.oneof(
  hourInside.map((hour) => hour + 1),
  fc.constant(shortPeriod.endHour),
  fc.constant(shortPeriod.startHour),
)
