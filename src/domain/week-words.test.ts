import { expect, test } from 'vitest'

import { weekCoverage, weekdays, type Shift } from './on-call-coverage.ts'
import { weekWords } from './week-words.ts'

const cover = (...shifts: readonly Shift[]) =>
  weekCoverage([{ shifts, primaryPeople: 1, backupPeople: 0, utcOffsetMinutes: 0 }])
const workdays = weekdays.slice(0, 5)

test('equal days in a row are one', () => {
  const { covered, gaps } = cover(
    { weekdays: workdays, from: '07:00', to: '19:00' },
    { weekdays: ['sat'], from: '09:30', to: '12:00' },
  )
  expect(weekWords(covered)).toBe('Mon–Fri 07:00–19:00, Sat 09:30–12:00')
  expect(weekWords(gaps)).toBe(
    'Mon–Fri 00:00–07:00 and 19:00–24:00, Sat 00:00–09:30 and 12:00–24:00, Sun 00:00–24:00',
  )
})

test('days with nobody between them keep two groups apart', () => {
  const { covered } = cover({ weekdays: ['mon', 'wed'], from: '08:00', to: '16:00' })
  expect(weekWords(covered)).toBe('Mon 08:00–16:00, Wed 08:00–16:00')
})

test('all of the week and none of it have words of their own', () => {
  const full = cover({ weekdays: [...weekdays], from: '00:00', to: '24:00' })
  expect([weekWords(full.covered), weekWords(full.gaps)]).toEqual(['always', 'never'])
})
