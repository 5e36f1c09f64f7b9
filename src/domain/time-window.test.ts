import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { hourFromIso, isoFromHour } from './hours.ts'
import { periodAt, periodBefore, type PeriodScheme } from './period.ts'
import { anyHour, anyScheme } from './testing/arbitraries.ts'
import { offeredScales, windowNames, windowRange, type WindowName } from './time-window.ts'

const fourWeeks: PeriodScheme = { kind: 'four-weeks' }
const nowHour = hourFromIso('2026-11-18T03:20:00Z') ?? 0

function range(from: string, to: string) {
  return { fromHour: hourFromIso(from) ?? 0, toHour: hourFromIso(to) ?? 0 }
}

describe('time windows', () => {
  it.each<[WindowName, string, string]>([
    ['last-24-hours', '2026-11-17T03:00:00Z', '2026-11-18T03:00:00Z'],
    ['last-7-days', '2026-11-11T03:00:00Z', '2026-11-18T03:00:00Z'],
    ['current-period', '2026-11-02T00:00:00Z', '2026-11-30T00:00:00Z'],
    ['previous-period', '2026-10-05T00:00:00Z', '2026-11-02T00:00:00Z'],
    ['last-3-periods', '2026-09-07T00:00:00Z', '2026-11-30T00:00:00Z'],
    ['current-year', '2025-12-29T00:00:00Z', '2026-11-30T00:00:00Z'],
    ['previous-year', '2024-12-30T00:00:00Z', '2025-12-29T00:00:00Z'],
  ])('%s on 18 November 2026 runs from %s to %s', (name, from, to) => {
    const window = windowRange(name, fourWeeks, nowHour)
    expect([isoFromHour(window.fromHour), isoFromHour(window.toHour)]).toEqual([from, to])
  })

  it('that name periods are made of whole periods, and the years follow each other', () => {
    fc.assert(
      fc.property(anyScheme, anyHour, (scheme, hour) => {
        for (const name of windowNames.filter(
          (one) => !one.startsWith('last-24') && !one.startsWith('last-7'),
        )) {
          const { fromHour, toHour } = windowRange(name, scheme, hour)
          expect(fromHour).toBeLessThan(toHour)
          expect(periodAt(scheme, fromHour).startHour).toBe(fromHour)
          expect(periodAt(scheme, toHour).startHour).toBe(toHour)
        }
        const thisYear = windowRange('current-year', scheme, hour)
        expect(windowRange('previous-year', scheme, hour).toHour).toBe(thisYear.fromHour)
        const first = periodAt(scheme, thisYear.fromHour)
        expect(first.id.slice(0, 4)).toBe(periodAt(scheme, hour).id.slice(0, 4))
        expect(periodBefore(scheme, first, 1).id.slice(0, 4)).not.toBe(first.id.slice(0, 4))
      }),
      { numRuns: 40 },
    )
  })
})

describe('offered scales', () => {
  it('of a whole period are all but the period and a month that holds it', () => {
    const november = range('2026-11-02T00:00:00Z', '2026-11-30T00:00:00Z')
    expect(offeredScales(november, fourWeeks)).toEqual(['hour', 'day', 'week'])
  })

  it('of a year leave out hours, which would be too many', () => {
    expect(offeredScales(windowRange('current-year', fourWeeks, nowHour), fourWeeks)).toEqual([
      'day',
      'week',
      'period',
      'month',
    ])
  })

  it('count every slot that the range touches', () => {
    const overMidnight = range('2026-11-01T23:00:00Z', '2026-11-02T01:00:00Z')
    expect(offeredScales(overMidnight, fourWeeks)).toEqual(['hour', 'day', 'week', 'period'])
    expect(offeredScales(range('2026-10-31T23:00:00Z', '2026-11-01T01:00:00Z'), fourWeeks)).toEqual([
      'hour',
      'day',
      'month',
    ])
  })

  it('stop at 2,000 points and start at two', () => {
    expect(offeredScales({ fromHour: 0, toHour: 2000 }, fourWeeks)).toContain('hour')
    expect(offeredScales({ fromHour: 0, toHour: 2001 }, fourWeeks)).not.toContain('hour')
    expect(offeredScales({ fromHour: 0, toHour: 1 }, fourWeeks)).toEqual([])
    expect(offeredScales({ fromHour: 5, toHour: 5 }, fourWeeks)).toEqual([])
    const daily: PeriodScheme = { kind: 'days', days: 1, anchorHour: 0 }
    expect(offeredScales({ fromHour: 0, toHour: 24 * 2000 }, daily)).toContain('period')
    expect(offeredScales({ fromHour: 0, toHour: 24 * 2000 + 1 }, daily)).not.toContain('period')
  })
})
