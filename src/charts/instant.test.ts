import fc from 'fast-check'
import { expect, test } from 'vitest'

import { isoFromHour } from '../domain/hours.ts'
import { hourOfInstant, hoursOfInstants } from './instant.ts'

const fullHours = fc.integer({ min: -20_000, max: 900_000 }).map(isoFromHour)
const minutes = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2090-01-01') })
const instants = fc.oneof(
  fullHours,
  minutes.map((date) => date.toISOString()),
  fc.constantFrom('2026-11-18T03:00:00+01:00', '2026-11-18T24:00:00Z', '2026-02-31T05:00:00Z', 'today'),
)

test('a column of instants says the hours its instants say one by one', () => {
  const inOrder = fullHours.map((first) =>
    Array.from({ length: 60 }, (_, index) => isoFromHour(hourOfInstant(first) + index)),
  )
  fc.assert(
    fc.property(fc.oneof(inOrder, fc.array(instants)), (column) => {
      expect(hoursOfInstants(column)).toEqual(column.map(hourOfInstant))
    }),
  )
})
