import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  activeTopUps,
  countedBuckets,
  exclusionSpans,
  excludedHours,
  isExcluded,
  partsByPeriod,
  correctedAfterEnd,
  spansOutside,
} from './correction.ts'
import { hourFromIso, isoFromHour } from './hours.ts'
import { anyCorrections, anyHour, anyRows, anyScheme, shortPeriod } from './testing/arbitraries.ts'
import { bucketsFromRows } from './buckets.ts'
import { exclusion, topUp } from './testing/series.ts'

const { startHour, endHour } = shortPeriod
const periodHours = Array.from({ length: endHour - startHour }, (_, offset) => startHour + offset)

describe('corrections', () => {
  it('leave the buckets outside every exclusion', () => {
    fc.assert(
      fc.property(anyRows, anyCorrections, (rows, corrections) => {
        const covers = (hour: number) =>
          corrections.some((one) => one.kind === 'exclusion' && hour >= one.fromHour && hour < one.toHour)
        const expected = bucketsFromRows(rows.filter((row) => !covers(row.hour)))
        expect(countedBuckets(bucketsFromRows(rows), corrections)).toEqual(expected)
      }),
    )
  })

  it('cut a range into hours that count and hours that do not, each hour once', () => {
    fc.assert(
      fc.property(anyCorrections, (corrections) => {
        const spans = exclusionSpans(corrections)
        const outside = spansOutside(spans, { fromHour: startHour, toHour: endHour })
        for (const hour of periodHours) expect(isExcluded(spans, hour)).toBe(!isExcluded(outside, hour))
        const excluded = periodHours.filter((hour) => isExcluded(spans, hour)).length
        expect(excludedHours(spans, startHour, endHour)).toBe(excluded)
      }),
    )
  })

  it('that were withdrawn do nothing', () => {
    const withdrawnAt = '2026-11-18T03:00:00Z'
    expect(exclusionSpans([exclusion(10, 20, withdrawnAt)])).toEqual([])
    expect(activeTopUps([topUp(10, 0.5, withdrawnAt)], 0, 100)).toEqual([])
  })

  it('exclude an hour once where spans overlap, and none where a span is empty', () => {
    expect(exclusionSpans([exclusion(15, 30), exclusion(10, 20), exclusion(40, 40)])).toEqual([
      { fromHour: 10, toHour: 30 },
    ])
  })

  it('give top-ups in the order of time, from the hours asked for only', () => {
    const given = activeTopUps([topUp(30, 0.1), topUp(10, 0.2), topUp(9, 0.3), topUp(40, 0.4)], 10, 40)
    expect(given.map((one) => one.atHour)).toEqual([10, 30])
  })
})

describe('a correction applies inside one period', () => {
  const scheme = { kind: 'four-weeks' } as const
  const at = (iso: string) => hourFromIso(iso) ?? 0

  it('so that a span is cut where a period ends', () => {
    const parts = partsByPeriod(scheme, {
      fromHour: at('2026-11-01T22:00:00Z'),
      toHour: at('2026-11-02T02:00:00Z'),
    })
    expect(
      parts.map(({ period, span }) => [period.name, isoFromHour(span.fromHour), isoFromHour(span.toHour)]),
    ).toEqual([
      ['P11', '2026-11-01T22:00:00Z', '2026-11-02T00:00:00Z'],
      ['P12', '2026-11-02T00:00:00Z', '2026-11-02T02:00:00Z'],
    ])
  })

  it('and the parts are the span again, each in its own period, whatever the scheme', () => {
    fc.assert(
      fc.property(anyScheme, anyHour, fc.integer({ min: 1, max: 3000 }), (anyOne, fromHour, hours) => {
        const parts = partsByPeriod(anyOne, { fromHour, toHour: fromHour + hours })
        expect(parts[0]?.span.fromHour).toBe(fromHour)
        expect(parts.at(-1)?.span.toHour).toBe(fromHour + hours)
        for (const [index, { period, span }] of parts.entries()) {
          if (index > 0) expect(span.fromHour).toBe(parts[index - 1]?.span.toHour)
          expect(span.fromHour).toBeGreaterThanOrEqual(period.startHour)
          expect(span.toHour).toBeLessThanOrEqual(period.endHour)
        }
      }),
    )
  })
})

describe('a closed period', () => {
  const period = { startHour: 0, endHour: 48 }
  const recorded = (iso: string, withdrawnAt: string | null = null) => ({
    ...exclusion(10, 20, withdrawnAt),
    at: iso,
  })

  it('is restated by what was recorded about it after its end, the last of it', () => {
    expect(correctedAfterEnd([recorded('1970-01-02T10:00:00Z')], period)).toBeNull()
    expect(
      correctedAfterEnd([recorded('1970-01-03T00:00:00Z'), recorded('1970-01-05T00:00:00Z')], period),
    ).toBe('1970-01-05T00:00:00Z')
  })

  it('is restated by a withdrawal as well, and by nothing that is about another period', () => {
    expect(correctedAfterEnd([recorded('1970-01-02T10:00:00Z', '1970-01-09T00:00:00Z')], period)).toBe(
      '1970-01-09T00:00:00Z',
    )
    const other = { ...exclusion(48, 50), at: '1970-01-09T00:00:00Z' }
    expect(correctedAfterEnd([other, { ...topUp(48, 0.1), at: '1970-01-09T00:00:00Z' }], period)).toBeNull()
    expect(correctedAfterEnd([{ ...topUp(47, 0.1), at: '1970-01-09T00:00:00Z' }], period)).not.toBeNull()
  })
})
