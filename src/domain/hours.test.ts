import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { hourFromIso, hourOfWeek, isoFromHour } from './hours.ts'
import { anyHour } from './testing/arbitraries.ts'

const MS_PER_HOUR = 3_600_000

describe('hours', () => {
  it('agree with the platform calendar in both directions', () => {
    fc.assert(
      fc.property(anyHour, (hour) => {
        const iso = new Date(hour * MS_PER_HOUR).toISOString().replace('.000Z', 'Z')
        expect(isoFromHour(hour)).toBe(iso)
        expect(hourFromIso(iso)).toBe(hour)
      }),
    )
  })

  it('hold every instant of theirs, whatever its offset and fraction', () => {
    fc.assert(
      fc.property(
        anyHour,
        fc.nat(MS_PER_HOUR - 1),
        fc.integer({ min: -14 * 60, max: 14 * 60 }),
        (hour, ms, offset) => {
          const local = new Date(hour * MS_PER_HOUR + ms + offset * 60_000).toISOString().slice(0, -1)
          const sign = offset < 0 ? '-' : '+'
          const hours = String(Math.floor(Math.abs(offset) / 60)).padStart(2, '0')
          const minutes = String(Math.abs(offset) % 60).padStart(2, '0')
          expect(hourFromIso(`${local}${sign}${hours}:${minutes}`)).toBe(hour)
        },
      ),
    )
  })

  it.each([
    '',
    'yesterday',
    '2026-11-18',
    '2026-11-18T03:00Z',
    '2026-11-18T03:00:00',
    '2026-02-29T00:00:00Z',
    '2026-02-31T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-00-01T00:00:00Z',
    '2026-01-00T00:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01T00:60:00Z',
    '2026-01-01T00:00:00+24:00',
    ' 2026-01-01T00:00:00Z',
  ])('refuse %j, which is no RFC 3339 instant', (text) => {
    expect(hourFromIso(text)).toBeNull()
  })

  it('know a leap day and a leap second', () => {
    expect(hourFromIso('2024-02-29T00:00:00Z')).toBe(Date.UTC(2024, 1, 29) / MS_PER_HOUR)
    expect(hourFromIso('2016-12-31T23:59:60Z')).toBe(Date.UTC(2016, 11, 31, 23) / MS_PER_HOUR)
  })

  it('count the week from Monday 00:00 UTC, also before 1970', () => {
    fc.assert(
      fc.property(anyHour, (hour) => {
        const date = new Date(hour * MS_PER_HOUR)
        expect(hourOfWeek(hour)).toBe(((date.getUTCDay() + 6) % 7) * 24 + date.getUTCHours())
      }),
    )
  })
})
