import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { dayFromCivil } from './civil-date.ts'
import { isoFromHour } from './hours.ts'
import {
  describeRecurrence,
  frequencies,
  occurrences,
  parseRecurrence,
  wallTime,
  type Recurrence,
  type ZoneOffset,
} from './recurrence.ts'

const minuteOf = (year: number, month: number, day: number, hour = 0, minute = 0) =>
  dayFromCivil(year, month, day) * 1440 + hour * 60 + minute

/** The clocks of Berlin in 2026: forward on 29 March and back on 25 October, both at 01:00 UTC. */
const berlin: ZoneOffset = (at) =>
  at >= minuteOf(2026, 3, 29, 1) && at < minuteOf(2026, 10, 25, 1) ? 120 : 60
const utc: ZoneOffset = () => 0
const everything = { fromMinute: minuteOf(2026, 1, 1), toMinute: minuteOf(2028, 1, 1) }

function parsed(text: string): Recurrence {
  const { recurrence } = parseRecurrence(text)
  if (recurrence === null) throw new Error(`${text} is refused`)
  return recurrence
}

function startsOf(text: string, start: number, zone = utc) {
  const wall = { day: Math.floor(start / 1440), minuteOfDay: start % 1440 }
  return occurrences(parsed(text), wall, zone, everything).map((minute) =>
    minute % 60 === 0 ? isoFromHour(minute / 60).slice(0, 13) : String(minute),
  )
}

describe('a rule', () => {
  test('takes what maintenance needs, in any case and with its name before it', () => {
    expect(parsed('rrule:freq=weekly;interval=2;byday=mo,th;count=12')).toEqual({
      frequency: 'WEEKLY',
      interval: 2,
      days: [
        { weekday: 0, ordinal: null },
        { weekday: 3, ordinal: null },
      ],
      count: 12,
      until: null,
    })
    expect(parsed('FREQ=MONTHLY;BYDAY=-1SU;UNTIL=20261231').until).toEqual({
      day: dayFromCivil(2026, 12, 31),
    })
    expect(parsed('FREQ=DAILY;UNTIL=20261231T040000Z').until).toEqual({ minute: minuteOf(2026, 12, 31, 4) })
  })

  test.each([
    ['', ''],
    ['FREQ=HOURLY', 'FREQ'],
    ['FREQ=YEARLY', 'FREQ'],
    ['INTERVAL=2', 'FREQ'],
    ['FREQ=DAILY;BYHOUR=2', 'BYHOUR'],
    ['FREQ=MONTHLY;BYSETPOS=1', 'BYSETPOS'],
    ['FREQ=MONTHLY;BYMONTHDAY=1', 'BYMONTHDAY'],
    ['FREQ=WEEKLY;WKST=SU', 'WKST'],
    ['FREQ=WEEKLY;FREQ=DAILY', 'FREQ'],
    ['FREQ=WEEKLY;INTERVAL=0', 'INTERVAL'],
    ['FREQ=WEEKLY;INTERVAL=1.5', 'INTERVAL'],
    ['FREQ=WEEKLY;COUNT=0', 'COUNT'],
    ['FREQ=WEEKLY;COUNT=', 'COUNT'],
    ['FREQ=WEEKLY;COUNT=5;UNTIL=20261231', 'UNTIL'],
    ['FREQ=WEEKLY;UNTIL=20260230', 'UNTIL'],
    ['FREQ=WEEKLY;UNTIL=20261231T040000', 'UNTIL'],
    ['FREQ=WEEKLY;BYDAY=1MO', 'BYDAY'],
    ['FREQ=WEEKLY;BYDAY=', 'BYDAY'],
    ['FREQ=MONTHLY;BYDAY=MO', 'BYDAY'],
    ['FREQ=MONTHLY;BYDAY=5MO', 'BYDAY'],
  ])('refuses %s, naming %s and what is allowed', (text, part) => {
    const { mistake } = parseRecurrence(text)
    expect(mistake?.part).toBe(part)
    expect(mistake?.allowed.length).toBeGreaterThan(0)
  })

  test('is told in words', () => {
    const words = (text: string) => describeRecurrence(parsed(text))
    expect(words('FREQ=DAILY')).toBe('every day')
    expect(words('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;COUNT=12')).toBe(
      'every 2 weeks on Monday and Thursday, 12 times',
    )
    expect(words('FREQ=MONTHLY;BYDAY=1SU,-1FR;UNTIL=20261231')).toBe(
      'every month on the first Sunday and the last Friday, until 2026-12-31',
    )
  })
})

describe('its occurrences', () => {
  test('daily, on working days, stop after their count', () => {
    expect(startsOf('FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;COUNT=4', minuteOf(2026, 11, 19, 2))).toEqual([
      '2026-11-19T02',
      '2026-11-20T02',
      '2026-11-23T02',
      '2026-11-24T02',
    ])
  })

  test('every second week count whole weeks from Monday, whatever day they begin on', () => {
    expect(startsOf('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;COUNT=4', minuteOf(2026, 11, 5, 22))).toEqual([
      '2026-11-05T22',
      '2026-11-16T22',
      '2026-11-19T22',
      '2026-11-30T22',
    ])
  })

  test('monthly on a day that a month does not have are left out of it', () => {
    expect(startsOf('FREQ=MONTHLY;COUNT=4', minuteOf(2026, 1, 31, 3))).toEqual([
      '2026-01-31T03',
      '2026-03-31T03',
      '2026-05-31T03',
      '2026-07-31T03',
    ])
  })

  test('monthly on the first Sunday and the last Friday, until a day that still belongs to them', () => {
    expect(startsOf('FREQ=MONTHLY;BYDAY=-1FR,1SU;UNTIL=20260605', minuteOf(2026, 4, 1, 1))).toEqual([
      '2026-04-05T01',
      '2026-04-24T01',
      '2026-05-03T01',
      '2026-05-29T01',
    ])
  })

  test('keep to the clock on the wall when it changes', () => {
    expect(startsOf('FREQ=WEEKLY;COUNT=3', minuteOf(2026, 3, 22, 4), berlin)).toEqual([
      '2026-03-22T03',
      '2026-03-29T02',
      '2026-04-05T02',
    ])
  })

  test('at a time the clocks jump over are told by the clock before the jump', () => {
    // 02:00 does not exist on 29 March: an hour after 01:00 of winter is 01:00 UTC.
    expect(startsOf('FREQ=DAILY;COUNT=3', minuteOf(2026, 3, 28, 2), berlin)).toEqual([
      '2026-03-28T01',
      '2026-03-29T01',
      '2026-03-30T00',
    ])
  })

  test('at a time the clocks show twice are the first of both', () => {
    expect(startsOf('FREQ=DAILY;COUNT=3', minuteOf(2026, 10, 24, 2), berlin)).toEqual([
      '2026-10-24T00',
      '2026-10-25T00',
      '2026-10-26T01',
    ])
  })

  test('until an instant end with it', () => {
    expect(startsOf('FREQ=DAILY;UNTIL=20261120T020000Z', minuteOf(2026, 11, 19, 2))).toHaveLength(2)
    expect(startsOf('FREQ=DAILY;UNTIL=20261120T015900Z', minuteOf(2026, 11, 19, 2))).toHaveLength(1)
  })
})

describe('laws of occurrences', () => {
  const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
  const rule = fc
    .record({
      frequency: fc.constantFrom(...frequencies),
      interval: fc.integer({ min: 1, max: 40 }),
      days: fc.subarray(weekdays),
      ordinal: fc.constantFrom('-1', '1', '2', '3', '4'),
      count: fc.option(fc.integer({ min: 1, max: 60 }), { nil: null }),
    })
    .map(({ frequency, interval, days, ordinal, count }) => {
      const named = frequency === 'MONTHLY' ? days.map((day) => ordinal + day) : days
      const byDay = named.length === 0 ? '' : `;BYDAY=${named.join(',')}`
      return `FREQ=${frequency};INTERVAL=${interval}${byDay}${count === null ? '' : `;COUNT=${count}`}`
    })
  const start = fc.record({
    day: fc.integer({ min: dayFromCivil(2026, 1, 1), max: dayFromCivil(2027, 1, 1) }),
    minuteOfDay: fc.integer({ min: 0, max: 1439 }),
  })
  const zone = fc.constantFrom(utc, berlin, () => -345)

  test('they ascend, never before the start, and are no more than their count', () => {
    fc.assert(
      fc.property(rule, start, zone, (text, from, offset) => {
        const found = occurrences(parsed(text), from, offset, everything)
        for (const [index, minute] of found.entries())
          expect(minute).toBeGreaterThan(found[index - 1] ?? Number.NEGATIVE_INFINITY)
        for (const minute of found) expect(wallTime(minute, offset).day).toBeGreaterThanOrEqual(from.day)
        expect(found.length).toBeLessThanOrEqual(parsed(text).count ?? Number.POSITIVE_INFINITY)
      }),
    )
  })

  test('all of them at the same time of the wall clock, but in the hour it jumps over', () => {
    fc.assert(
      fc.property(rule, start, zone, (text, from, offset) => {
        const walls = occurrences(parsed(text), from, offset, everything)
          .map((minute) => wallTime(minute, offset))
          .filter(({ day, minuteOfDay }) => day !== dayFromCivil(2026, 3, 29) || minuteOfDay >= 240)
        expect(new Set(walls.map(({ minuteOfDay }) => minuteOfDay)).size).toBeLessThanOrEqual(1)
        expect(walls[0]?.minuteOfDay ?? from.minuteOfDay).toBe(from.minuteOfDay)
      }),
    )
  })

  test('two adjacent spans have what the whole has', () => {
    const cut = fc.integer({ min: everything.fromMinute, max: everything.toMinute })
    fc.assert(
      fc.property(rule, start, zone, cut, (text, from, offset, at) => {
        const between = (fromMinute: number, toMinute: number) =>
          occurrences(parsed(text), from, offset, { fromMinute, toMinute })
        const { fromMinute, toMinute } = everything
        expect([...between(fromMinute, at), ...between(at, toMinute)]).toEqual(between(fromMinute, toMinute))
      }),
    )
  })
})
