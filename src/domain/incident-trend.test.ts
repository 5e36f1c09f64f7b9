import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { Incident } from './incident.ts'
import {
  detectionByPeriod,
  detectionTrend,
  downtimeMinutes,
  incidentsByPeriod,
  recoveryTrend,
} from './incident-trend.ts'
import { instantsOf } from './instant.ts'
import { fourWeekPeriod, nextPeriod } from './testing/fixed-period.ts'
import { goldenCase } from './testing/golden.ts'
import { incident, START_MS } from './testing/incidents.ts'

const DAY = 24 * 60
const PERIOD = 28 * DAY

/** One a day, that long each. */
const daily = (...minutes: readonly number[]): readonly Incident[] =>
  minutes.map((long, day) =>
    incident({ id: `INC-${day}`, createdMinute: day * DAY, resolvedMinute: day * DAY + long }),
  )

const anyIncidents: fc.Arbitrary<readonly Incident[]> = fc
  .array(
    fc.record({
      createdMinute: fc.integer({ min: -DAY, max: 2 * PERIOD }),
      long: fc.option(fc.integer({ min: 0, max: 3 * DAY })),
      before: fc.option(fc.integer({ min: 0, max: 90 })),
    }),
    { maxLength: 12 },
  )
  .map((some) =>
    some.map(({ createdMinute, long, before }, i) =>
      incident({
        id: `INC-${i}`,
        createdMinute,
        resolvedMinute: long === null ? null : createdMinute + long,
        startedMinute: before === null ? null : createdMinute - before,
        detectedMinute: before === null ? null : createdMinute,
      }),
    ),
  )

describe('the trend of recovery times', () => {
  it('GC-TTR-01: upward, on the time axis of the incidents', () => {
    const golden = goldenCase('GC-TTR-01')
    const incidents = [0, 1, 2, 3, 4].map((i) => {
      const period = golden.number('inputs', 'incidents', i, 'period')
      const createdMinute = (period - 1) * PERIOD + i * DAY
      const resolvedMinute = createdMinute + golden.number('inputs', 'incidents', i, 'min')
      return incident({ id: `INC-${i}`, createdMinute, resolvedMinute })
    })
    const { meanMinutes, line, points } = recoveryTrend(incidents)
    expect(`${golden.text('expected', 'trend')}ward`).toBe(line?.direction)
    expect(meanMinutes).toBeCloseTo(golden.number('expected', 'mean_min'), 9)
    expect(points).toHaveLength(5)
    expect(line?.isFirmlyDeclining).toBe(false)
  })

  it.each<[string, readonly number[], string | undefined, boolean | undefined]>([
    ['nothing is no trend', [], undefined, undefined],
    ['two are not enough data', [90, 30], undefined, undefined],
    ['shorter and shorter is firm', [90, 60, 30], 'downward', true],
    ['longer and longer is not', [30, 60, 90], 'upward', false],
    ['hardly shorter is flat, and flat is not firm', [62, 61, 60], 'flat', false],
    [
      'one long one at the beginning of the second third pulls the line down only',
      [40, 50, 200, 20, 30, 60],
      'downward',
      false,
    ],
    ['an even end after an even beginning is not shorter', [60, 60, 140, 20, 60, 60], 'downward', false],
    ['of seven, a third is two', [80, 80, 200, 90, 10, 70, 89], 'downward', true],
    ['of seven, a third is two, at either end', [79, 80, 200, 90, 10, 70, 89], 'downward', false],
  ])('%s', (_name, minutes, direction, isFirm) => {
    const { line } = recoveryTrend(daily(...minutes))
    expect(line?.direction).toBe(direction)
    expect(line?.isFirmlyDeclining).toBe(isFirm)
  })

  it('runs from the first incident to the last', () => {
    const { line } = recoveryTrend(daily(90, 60, 30))
    expect(line?.startMinutes).toBeCloseTo(90, 9)
    expect(line?.endMinutes).toBeCloseTo(30, 9)
  })

  it('follows the time of the incidents, not their ids', () => {
    const [first, second, third] = daily(90, 60, 30)
    const named = [first, second, third].map((one, i) => ({ ...incident(), ...one, id: 'cba'.charAt(i) }))
    const { points, line } = recoveryTrend(named.toReversed())
    expect(points.map(({ minutes }) => minutes)).toEqual([90, 60, 30])
    expect(line).toMatchObject({ direction: 'downward', isFirmlyDeclining: true })
  })

  it('leaves the open ones to their own list', () => {
    const open = incident({ id: 'open', createdMinute: 5, resolvedMinute: null })
    const trend = recoveryTrend([...daily(30, 60), open])
    expect(trend).toMatchObject({ meanMinutes: 45, line: null })
    expect(trend.points.map(({ incidentId }) => incidentId)).toEqual(['INC-0', 'INC-1'])
  })

  it('without any has no mean', () => {
    expect(recoveryTrend([])).toEqual({ points: [], meanMinutes: null, line: null })
  })

  it('is the same in whatever order they are stored, also when they were created together', () => {
    fc.assert(
      fc.property(anyIncidents, (incidents) => {
        expect(recoveryTrend(incidents.toReversed())).toEqual(recoveryTrend(incidents))
      }),
    )
    const together = ['c', 'a', 'b'].map((id) => incident({ id }))
    expect(recoveryTrend(together).points.map(({ incidentId }) => incidentId)).toEqual(['a', 'b', 'c'])
  })

  it('has the same direction in hours as in minutes, and scaled figures', () => {
    const minutes = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 3, maxLength: 9 })
    fc.assert(
      fc.property(minutes, fc.integer({ min: 2, max: 60 }), (some, factor) => {
        const once = recoveryTrend(daily(...some))
        const scaled = recoveryTrend(daily(...some.map((one) => one * factor)))
        expect(scaled.line?.direction).toBe(once.line?.direction)
        expect(scaled.meanMinutes).toBeCloseTo((once.meanMinutes ?? Number.NaN) * factor, 6)
        expect(scaled.line?.endMinutes).toBeCloseTo((once.line?.endMinutes ?? Number.NaN) * factor, 6)
      }),
    )
  })
})

it('the trend of detection times counts only incidents of which both ends are known', () => {
  const seen = [5, 10, 30].map((late, day) =>
    incident({ id: `INC-${day}`, createdMinute: day * DAY, startedMinute: 0, detectedMinute: late }),
  )
  const trend = detectionTrend([...seen, incident({ id: 'unknown' })])
  expect(trend.points.map(({ minutes }) => minutes)).toEqual([5, 10, 30])
  expect(trend).toMatchObject({ meanMinutes: 15, line: { direction: 'upward' } })
})

describe('total downtime', () => {
  const range = { from: START_MS, to: START_MS + PERIOD * 60_000 }
  const late = range.to + 1

  const at = (createdMinute: number, resolvedMinute: number | null, startedMinute: number | null = null) =>
    incident({ createdMinute, resolvedMinute, startedMinute })

  it.each<[string, readonly Incident[], number]>([
    ['none without incidents', [], 0],
    ['apart they add up', [at(0, 30), at(60, 90)], 60],
    ['at once they are one', [at(0, 30), at(10, 40), at(20, 25)], 40],
    ['what was before the range is cut off', [at(-30, 30)], 30],
    ['so is what comes after it', [at(PERIOD - 10, PERIOD + 50)], 10],
    ['one that is not over goes on', [at(PERIOD - 60, null)], 60],
    ['it begins with the first affected user', [at(20, 60, 5)], 55],
    ['a start noted after the creation does not shorten it', [at(20, 60, 30)], 40],
  ])('%s', (_name, incidents, minutes) => {
    expect(downtimeMinutes(incidents, range, late)).toBe(minutes)
  })

  it('knows nothing of the time after now', () => {
    const now = START_MS + 45 * 60_000
    expect(downtimeMinutes([at(0, null)], range, now)).toBe(45)
    expect(downtimeMinutes([at(30, 90)], range, now)).toBe(15)
  })

  it('is never more than the incidents together, nor than the range', () => {
    fc.assert(
      fc.property(anyIncidents, (incidents) => {
        const minutes = downtimeMinutes(incidents, range, late)
        const apart = incidents.map((one) => downtimeMinutes([one], range, late))
        expect(minutes).toBeLessThanOrEqual(apart.reduce((sum, one) => sum + one, 0))
        expect(minutes).toBeGreaterThanOrEqual(Math.max(0, ...apart))
        expect(minutes).toBeLessThanOrEqual(PERIOD)
        expect(downtimeMinutes([...incidents, ...incidents], range, late)).toBe(minutes)
      }),
    )
  })
})

describe('incidents by period', () => {
  const periods = [fourWeekPeriod, nextPeriod]
  const now = instantsOf(nextPeriod).to

  it('a better mean is not a better period: six of half an hour against one of an hour', () => {
    const often = [1, 2, 3, 4, 5, 6].map((day) =>
      incident({ id: `INC-${day}`, createdMinute: day * DAY, resolvedMinute: day * DAY + 30 }),
    )
    const once = incident({ id: 'long', createdMinute: PERIOD + DAY, resolvedMinute: PERIOD + DAY + 120 })
    expect(incidentsByPeriod([...often, once], periods, now)).toEqual([
      { periodId: '2026-P12', count: 6, openCount: 0, meanRecoveryMinutes: 30, downtimeMinutes: 180 },
      { periodId: 'next', count: 1, openCount: 0, meanRecoveryMinutes: 120, downtimeMinutes: 120 },
    ])
  })

  it('one over the border counts where it began, and its downtime where it was', () => {
    const over = incident({ createdMinute: PERIOD - 20, resolvedMinute: PERIOD + 40 })
    expect(incidentsByPeriod([over], periods, now)).toEqual([
      { periodId: '2026-P12', count: 1, openCount: 0, meanRecoveryMinutes: 60, downtimeMinutes: 20 },
      { periodId: 'next', count: 0, openCount: 0, meanRecoveryMinutes: null, downtimeMinutes: 40 },
    ])
  })

  it('the open ones are counted, and have no recovery time', () => {
    const open = incident({ id: 'open', createdMinute: 2 * PERIOD - 15, resolvedMinute: null })
    expect(incidentsByPeriod([open], [nextPeriod], now)).toEqual([
      { periodId: 'next', count: 1, openCount: 1, meanRecoveryMinutes: null, downtimeMinutes: 15 },
    ])
  })

  it('each incident is in one period, and the periods share out the downtime', () => {
    fc.assert(
      fc.property(anyIncidents, (incidents) => {
        const rows = incidentsByPeriod(incidents, periods, now)
        const whole = { from: instantsOf(fourWeekPeriod).from, to: now }
        const inside = incidents.filter(({ createdMs }) => createdMs >= whole.from && createdMs < whole.to)
        expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(inside.length)
        const downtime = rows.reduce((sum, row) => sum + row.downtimeMinutes, 0)
        expect(downtime).toBe(downtimeMinutes(incidents, whole, now))
        expect(incidentsByPeriod(incidents.toReversed(), periods, now)).toEqual(rows)
      }),
    )
  })
})

describe('who saw incidents first, by period', () => {
  it('counts what support, stakeholders and customers saw first, of those of which is known who did', () => {
    const seen = (['slo', 'customer', 'support', 'stakeholder', 'employee', null] as const).map(
      (detectedBy, day) => ({ createdMs: START_MS + day * DAY * 60_000, detectedBy }),
    )
    expect(detectionByPeriod(seen, [fourWeekPeriod, nextPeriod])).toEqual([
      { detectorKnownCount: 5, seenOutsideFirstCount: 3 },
      { detectorKnownCount: 0, seenOutsideFirstCount: 0 },
    ])
  })
})
