import { expect, test } from 'vitest'
import * as fc from 'fast-check'

import { dayText } from './day.ts'
import { icalendar, type CalendarEvent } from './icalendar.ts'
import { parseCalendar, unescaped } from './testing/strict-icalendar.ts'

const printable = fc
  .string({ unit: 'grapheme', maxLength: 200 })
  .map((text) => text.replaceAll(/[\p{Cc}\p{Cs}]/gu, ''))
const event: fc.Arbitrary<CalendarEvent> = fc.record({
  uid: fc.constantFrom('slo-check.payments', 'maturity', 'policy-review.a'),
  day: fc.integer({ min: 0, max: 40_000 }),
  summary: printable,
  description: fc.array(printable, { maxLength: 4 }).map((lines) => lines.join('\n')),
  url: fc.constant('https://sre.example/calendar?open=slo-check.payments'),
  changedAt: fc.constant('2026-11-18T03:10:00Z'),
})

test('without an event it has a time zone, so that it is a calendar all the same', () => {
  const text = icalendar('Nothing', [])
  expect(parseCalendar(text).events).toEqual([])
  expect(text).toContain('BEGIN:VTIMEZONE\r\nTZID:UTC\r\nBEGIN:STANDARD\r\n')
})

test('whatever is said in it is read again as it was, line by line within 75 octets', () => {
  fc.assert(
    fc.property(printable, fc.array(event, { maxLength: 4 }), (name, events) => {
      const read = parseCalendar(icalendar(name, events))
      expect(read.head['NAME']).toBe(name)
      expect(
        read.events.map((one) => ({
          summary: unescaped(one['SUMMARY']?.value ?? ''),
          description: unescaped(one['DESCRIPTION']?.value ?? ''),
          day: one['DTSTART']?.value,
        })),
      ).toEqual(
        events.map(({ summary, description, day }) => ({
          summary,
          description,
          day: dayText(day).replaceAll('-', ''),
        })),
      )
    }),
  )
})

test('a day ends where the next one begins, over the end of a year too', () => {
  const [read] = parseCalendar(
    icalendar('Reviews', [
      {
        uid: 'maturity@harbourline',
        day: 20_818,
        summary: 'Maturity; light, with \\ in it',
        description: 'First line\r\nsecond line',
        url: 'https://sre.example/calendar',
        changedAt: '2026-11-18T03:10:00Z',
      },
    ]),
  ).events
  expect(read?.['DTSTART']?.value).toBe('20261231')
  expect(read?.['DTEND']?.value).toBe('20270101')
  expect(read?.['DTSTAMP']?.value).toBe('20261118T031000Z')
  expect(read?.['SUMMARY']?.value).toBe('Maturity\\; light\\, with \\\\ in it')
  expect(unescaped(read?.['DESCRIPTION']?.value ?? '')).toBe('First line\nsecond line')
})

test.each([
  ['BEGIN:VCALENDAR\nEND:VCALENDAR\r\n', 'CRLF'],
  ['BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n', 'UID'],
  [`BEGIN:VCALENDAR\r\nX-A:${'ä'.repeat(40)}\r\nEND:VCALENDAR\r\n`, 'octets'],
])('the parser these tests rest on refuses what is wrong', (text, why) => {
  expect(() => parseCalendar(text)).toThrow(why)
})
