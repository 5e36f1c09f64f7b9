import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { deviceZone, wallDate, zoneOffset } from './zone-offset.ts'

const instants = fc.integer({ min: Date.parse('2000-01-01'), max: Date.parse('2040-01-01') })
const here = 'Australia/Lord_Howe'
const before = process.env['TZ']

describe('the offset of a zone', () => {
  // Half an hour of summer time: what would be rounded away shows.
  beforeAll(() => {
    process.env['TZ'] = here
  })
  afterAll(() => {
    if (before === undefined) delete process.env['TZ']
    else process.env['TZ'] = before
  })

  it.each([here, 'UTC', 'Europe/Berlin', 'Asia/Kolkata', 'America/St_Johns'])(
    'in %s gives the wall time that the platform formats',
    (timeZone) => {
      expect(deviceZone()).toBe(here)
      const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
      fc.assert(
        fc.property(instants, (ms) => {
          expect(wallDate(ms, timeZone).toISOString().slice(0, 19).replace('T', ' ')).toBe(format.format(ms))
        }),
      )
    },
  )

  it('is ahead in the east and behind in the west', () => {
    const at = Date.parse('2026-11-18T00:00:00Z')
    expect(zoneOffset('Asia/Kolkata')(at)).toBe(330)
    expect(zoneOffset('America/St_Johns')(at)).toBe(-210)
  })
})
