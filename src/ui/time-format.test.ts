import { describe, expect, it } from 'vitest'

import { formatDays, formatTime, formatTimeLeft, zoneName } from './time-format.ts'

const at = Date.parse('2026-11-18T03:10:00Z')
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

it('time left in whole hours, never more than there is', () => {
  expect(plain(formatTimeLeft(Date.parse('2026-11-30T00:00:00Z'), at))).toBe('11 d 20 h')
  expect(plain(formatTimeLeft(Date.parse('2026-11-18T04:00:00Z'), at))).toBe('0 min')
  expect(plain(formatTimeLeft(at, at + 1))).toBe('0 min')
})

describe('an instant', () => {
  it.each([
    ['time', '03:10'],
    ['date', '18 Nov'],
    ['date-time', '18 Nov, 03:10'],
    ['day-time', 'Wed 18 Nov, 03:10'],
    ['full', 'Wed 18 Nov 2026, 03:10 UTC'],
  ] as const)('as %s', (form, words) => {
    expect(plain(formatTime(at, form, 'UTC'))).toBe(words)
  })

  it('is another day elsewhere, and the zone is named', () => {
    expect(plain(formatTime(at, 'full', 'America/Los_Angeles'))).toBe(
      'Tue 17 Nov 2026, 19:10 Los Angeles time',
    )
  })

  it('is midnight as 00, not 24', () => {
    expect(formatTime(Date.parse('2026-11-18T00:00:00Z'), 'time', 'UTC')).toBe('00:00')
  })

  it('is told apart across the end of summer time by its zone', () => {
    const before = Date.parse('2026-10-25T00:30:00Z')
    expect(formatTime(before, 'time', 'Europe/Berlin')).toBe('02:30')
    expect(formatTime(before + 3_600_000, 'time', 'Europe/Berlin')).toBe('02:30')
  })
})

describe('the days of a span', () => {
  const days = (start: string, end: string) => plain(formatDays(Date.parse(start), Date.parse(end), 'UTC'))

  it('end on the last day held, not on the first of the next period', () => {
    expect(days('2026-11-02T00:00:00Z', '2026-11-30T00:00:00Z')).toBe('2–29 Nov')
    expect(days('2026-10-05T00:00:00Z', '2026-11-02T00:00:00Z')).toBe('5 Oct–1 Nov')
    expect(days('2026-11-02T00:00:00Z', '2026-11-03T00:00:00Z')).toBe('2 Nov')
  })
})

describe('a zone', () => {
  it('is named by its city', () => {
    expect(zoneName('America/Argentina/Buenos_Aires')).toBe('Buenos Aires time')
    expect(zoneName('UTC')).toBe('UTC')
  })
})
