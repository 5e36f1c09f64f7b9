import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { hourFromIso, isoFromHour, type Hour } from './hours.ts'
import {
  periodAt,
  periodBefore,
  periodById,
  periodHoursAt,
  periodsBetween,
  type PeriodScheme,
} from './period.ts'
import { anyHour, anyScheme } from './testing/arbitraries.ts'
import { goldenCase } from './testing/golden.ts'

const fourWeeks: PeriodScheme = { kind: 'four-weeks' }

function dayStart(date: string): Hour {
  const hour = hourFromIso(`${date}T00:00:00Z`)
  if (hour === null) throw new Error(`${date} is no date`)
  return hour
}

const dateOf = (hour: Hour) => isoFromHour(hour).slice(0, 10)

describe('accounting periods', () => {
  it('GC-CAL-01: the 53rd week of 2026 joins period 13', () => {
    const golden = goldenCase('GC-CAL-01')
    const year = golden.number('inputs', 'year')
    const first = periodById(fourWeeks, `${year}-P01`)
    const next = periodById(fourWeeks, `${year + 1}-P01`)
    if (!first || !next) throw new Error('A year without a first period')
    const periods = periodsBetween(fourWeeks, first.startHour, next.startHour)
    const last = periods.at(-1)

    expect(dateOf(first.startHour)).toBe(golden.text('expected', 'period1_start'))
    expect(dateOf(periods[1]?.startHour ?? 0)).toBe(golden.text('expected', 'period2_start'))
    expect(periods).toHaveLength(golden.number('expected', 'periods'))
    expect((next.startHour - first.startHour) / 168).toBe(golden.number('expected', 'iso_weeks'))
    expect(((last?.endHour ?? 0) - (last?.startHour ?? 0)) / 24).toBe(
      golden.number('expected', 'period13_days'),
    )
  })

  it('GC-CAL-03: the starts printed in the figure are no 28-day periods', () => {
    const golden = goldenCase('GC-CAL-03')
    const starts = [0, 1, 2, 3].map((i) => dayStart(`2023-${golden.text('inputs', 'starts', i)}`))
    const gaps = starts.slice(1).map((start, i) => (start - (starts[i] ?? 0)) / 24)
    expect(gaps).toEqual(golden.numbers('expected', 'gaps_days_nonleap'))

    const scheme: PeriodScheme = { kind: 'days', days: 28, anchorHour: starts[0] ?? 0 }
    const cut = periodsBetween(scheme, starts[0] ?? 0, (starts[3] ?? 0) + 1).map((period) => period.startHour)
    expect(starts.every((start) => cut.includes(start))).toBe(golden.flag('expected', 'consistent_with_28'))
  })

  it('GC-CAL-04: weeks counted from 1 January are periods of seven days', () => {
    const golden = goldenCase('GC-CAL-04')
    const days = golden.number('expected', 'days')
    const starts = [0, 1, 2, 3].map((i) => dayStart(`2026-${golden.text('inputs', 'weeks', i)}`))
    const scheme: PeriodScheme = { kind: 'days', days, anchorHour: dayStart('2026-01-01') }
    const cut = periodsBetween(scheme, starts[0] ?? 0, (starts[3] ?? 0) + 1)
    expect(cut.map((period) => period.startHour)).toEqual(starts)
  })

  it.each<[PeriodScheme, string, string, string, string]>([
    [fourWeeks, '2026-P12', 'P12', '2026-11-02', '2026-11-30'],
    [{ kind: 'calendar-month' }, '2026-11', 'Nov 2026', '2026-11-01', '2026-12-01'],
    [{ kind: 'calendar-quarter' }, '2026-Q4', 'Q4 2026', '2026-10-01', '2027-01-01'],
    [
      { kind: 'days', days: 28, anchorHour: dayStart('2026-11-02') },
      '2026-11-02',
      '2 Nov 2026',
      '2026-11-02',
      '2026-11-30',
    ],
  ])('%j cuts 18 November 2026 into %s', (scheme, id, name, start, end) => {
    const period = periodAt(scheme, dayStart('2026-11-18') + 3)
    expect(period).toEqual({ id, name, startHour: dayStart(start), endHour: dayStart(end) })
  })

  it('are named without the zero that lets their ids sort', () => {
    expect(periodById(fourWeeks, '2026-P02')?.name).toBe('P2')
  })

  it('of N days extend before the day they are counted from', () => {
    const scheme: PeriodScheme = { kind: 'days', days: 10, anchorHour: dayStart('2026-11-18') }
    expect(periodAt(scheme, dayStart('2026-11-18') - 1).id).toBe('2026-11-08')
  })

  it('hold every hour exactly once and follow each other without a gap', () => {
    fc.assert(
      fc.property(anyScheme, anyHour, (scheme, hour) => {
        const period = periodAt(scheme, hour)
        expect(period.startHour).toBeLessThanOrEqual(hour)
        expect(period.endHour).toBeGreaterThan(hour)
        expect(periodAt(scheme, period.startHour)).toEqual(period)
        expect(periodAt(scheme, period.endHour - 1)).toEqual(period)
        expect(periodAt(scheme, period.endHour).startHour).toBe(period.endHour)
        expect(periodBefore(scheme, period, 1).endHour).toBe(period.startHour)
      }),
    )
  })

  it('are found again by their id, and their ids sort by time', () => {
    fc.assert(
      fc.property(anyScheme, anyHour, anyHour, (scheme, a, b) => {
        const [first, second] = [periodAt(scheme, a), periodAt(scheme, b)]
        expect(periodById(scheme, first.id)).toEqual(first)
        expect(Math.sign(first.startHour - second.startHour)).toBe(
          first.id === second.id ? 0 : first.id < second.id ? -1 : 1,
        )
      }),
    )
  })

  it.each([
    '',
    '2026',
    '2026-P00',
    '2026-P14',
    '2026-P1',
    '2026-13',
    '2026-00',
    '2026-Q0',
    '2026-Q5',
    '2026-11-31',
    '2026-11-03',
  ])('know no period called %j', (id) => {
    const days: PeriodScheme = { kind: 'days', days: 28, anchorHour: dayStart('2026-11-02') }
    const schemes: PeriodScheme[] = [
      fourWeeks,
      { kind: 'calendar-month' },
      { kind: 'calendar-quarter' },
      days,
    ]
    expect(schemes.map((scheme) => periodById(scheme, id))).toEqual([null, null, null, null])
  })

  it('have the length that any hour of them is asked for, in any order', () => {
    fc.assert(
      fc.property(anyScheme, fc.array(anyHour, { minLength: 2 }), (scheme, hours) => {
        const lengthAt = periodHoursAt(scheme)
        for (const hour of hours) {
          const { startHour, endHour } = periodAt(scheme, hour)
          expect(lengthAt(hour)).toBe(endHour - startHour)
          expect(lengthAt(endHour - 1)).toBe(endHour - startHour)
          expect(lengthAt(endHour)).toBe(periodAt(scheme, endHour).endHour - endHour)
        }
      }),
    )
  })

  it('do not answer to the ids of another scheme', () => {
    expect(periodById({ kind: 'calendar-month' }, '2026-P12')).toBeNull()
    expect(periodById(fourWeeks, '2026-11')).toBeNull()
    expect(periodById({ kind: 'calendar-quarter' }, '2026-11-02')).toBeNull()
  })

  it('between two hours are those that share an hour with the range', () => {
    fc.assert(
      fc.property(anyScheme, anyHour, fc.integer({ min: -10, max: 20_000 }), (scheme, from, length) => {
        const periods = periodsBetween(scheme, from, from + length)
        expect(periods[0]).toEqual(length > 0 ? periodAt(scheme, from) : undefined)
        expect(periods.at(-1)).toEqual(length > 0 ? periodAt(scheme, from + length - 1) : undefined)
        for (const [i, period] of periods.slice(1).entries())
          expect(period.startHour).toBe(periods[i]?.endHour)
      }),
      { numRuns: 50 },
    )
  })
})
