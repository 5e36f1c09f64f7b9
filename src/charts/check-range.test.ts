import { describe, expect, test } from 'vitest'

import { checkRange, inputFromInstant } from './check-range.ts'

const dataFrom = '2024-12-30T00:00:00Z'
const check = (from: string, to: string, timeZone = 'UTC') => checkRange({ from, to }, timeZone, dataFrom)

describe('a custom range', () => {
  test('is read in the zone of the screen', () => {
    expect(check('2026-11-02T00:00', '2026-11-03T00:00', 'Europe/Berlin').range).toEqual({
      from: '2026-11-01T23:00:00Z',
      to: '2026-11-02T23:00:00Z',
    })
  })

  test('comes back from the address as it was typed', () => {
    const range = check('2026-07-02T05:00', '2026-11-03T00:00', 'America/New_York').range
    expect(inputFromInstant(range?.from ?? '', 'America/New_York')).toBe('2026-07-02T05:00')
    expect(inputFromInstant(range?.to ?? '', 'America/New_York')).toBe('2026-11-03T00:00')
  })

  test.each([
    ['', '2026-11-03T00:00', 'From needs'],
    ['2026-11-02T00:00', '', 'To needs'],
    ['2026-02-31T00:00', '2026-11-03T00:00', 'From needs'],
    ['2026-11-03T00:00', '2026-11-02T00:00', 'later than From'],
    ['2026-11-03T00:00', '2026-11-03T01:00', 'at least two hours'],
    ['2020-01-01T00:00', '2020-02-01T00:00', 'Nothing is held from before'],
  ])('from "%s" to "%s" is refused in words', (from, to, words) => {
    expect(check(from, to)).toMatchObject({ range: null, error: expect.stringContaining(words) })
  })
})
