import { expect, test } from 'vitest'

import { meantWords, spanWords } from './time-span.tsx'

/** Three hours of a Sunday night in Berlin. */
const night = { start: '2026-11-15T00:00:00Z', end: '2026-11-15T03:00:00Z' }
const NEW_YORK = 'America/New_York'
const plain = (words: string | null) => words?.replaceAll('\u00a0', ' ') ?? null

test('hours are told with their weekday and the zone of the screen', () => {
  expect(plain(spanWords(night, 'UTC'))).toBe('Sun 15 Nov, 00:00–03:00 UTC')
  expect(plain(spanWords(night, NEW_YORK))).toBe('Sat 14 Nov, 19:00–22:00 New York time')
  expect(plain(spanWords({ ...night, end: '2026-11-16T03:00:00Z' }, 'UTC'))).toBe(
    'Sun 15 Nov, 00:00–Mon 16 Nov, 03:00 UTC',
  )
})

test('a Sunday in Berlin that is a Saturday in New York is told by the clocks of Berlin too', () => {
  expect(plain(meantWords(night, NEW_YORK, 'Europe/Berlin'))).toBe('Sun 15 Nov, 01:00–04:00 Berlin time')
  expect(meantWords(night, 'UTC', 'Europe/Berlin')).toBeNull()
})

test('where no clocks were meant the days are those of the accounting, in UTC', () => {
  expect(plain(meantWords(night, NEW_YORK, null))).toBe('Sun 15 Nov, 00:00–03:00 UTC')
})

test('a day that ends at midnight is one day', () => {
  const evening = { start: '2026-11-15T20:00:00Z', end: '2026-11-16T00:00:00Z' }
  expect(meantWords(evening, 'UTC', 'Atlantic/Azores')).toBeNull()
  expect(plain(meantWords(evening, 'UTC', 'Asia/Tokyo'))).toBe('Mon 16 Nov, 05:00–09:00 Tokyo time')
})
