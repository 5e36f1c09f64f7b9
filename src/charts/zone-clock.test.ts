import { describe, expect, test } from 'vitest'

import { hourFromIso, isoFromHour } from '../domain/hours.ts'
import { zoneClock } from './zone-clock.ts'

const at = (iso: string) => hourFromIso(iso) ?? Number.NaN

describe('the days of a time zone on the axis of UTC hours', () => {
  test('in UTC they begin at 00:00', () => {
    const days = zoneClock('UTC').midnights(at('2026-11-02T00:00:00Z'), at('2026-11-05T00:00:00Z'))
    expect(days.map(isoFromHour)).toEqual([
      '2026-11-02T00:00:00Z',
      '2026-11-03T00:00:00Z',
      '2026-11-04T00:00:00Z',
    ])
  })

  test('the day on which clocks go back has 25 hours', () => {
    const days = zoneClock('Europe/Berlin').midnights(at('2026-10-24T00:00:00Z'), at('2026-10-26T23:00:00Z'))
    expect(days.map(isoFromHour)).toEqual(['2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'])
  })

  test('a half-hour zone begins its days between two buckets', () => {
    const clock = zoneClock('Asia/Kolkata')
    expect(clock.midnights(at('2026-11-02T00:00:00Z'), at('2026-11-03T00:00:00Z'))).toEqual([
      at('2026-11-02T18:00:00Z') + 0.5,
    ])
    expect(clock.hourOfDay(at('2026-11-02T20:00:00Z'))).toBe(1)
  })

  test('west of Greenwich the hour of the day does not turn negative', () => {
    expect(zoneClock('America/New_York').hourOfDay(at('1969-12-31T02:00:00Z'))).toBe(21)
  })

  test('wall time and hour are each other turned round, also beside a clock change', () => {
    const clock = zoneClock('America/New_York')
    for (const iso of [
      '2026-03-08T05:00:00Z',
      '2026-03-08T08:00:00Z',
      '2026-11-01T04:00:00Z',
      '2026-11-01T09:00:00Z',
    ]) {
      expect(clock.hourOfWallTime(clock.wallTimeOfHour(at(iso)))).toBe(at(iso))
    }
  })
})
