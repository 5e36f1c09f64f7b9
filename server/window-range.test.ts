import { expect, test } from 'vitest'

import { hourFromIso, isoFromHour, type Hour } from '../src/domain/hours.ts'
import { periodAt, type PeriodScheme } from '../src/domain/period.ts'
import { windowNames, windowRange } from '../src/domain/time-window.ts'
import { requestedRange, requestedWindow } from './window-range.ts'

const fourWeeks: PeriodScheme = { kind: 'four-weeks' }
const at = (iso: string): Hour => hourFromIso(iso) ?? Number.NaN

/** Measured since the middle of the running period, as it is wherever an engine keeps its data for a fortnight. */
const dataFromHour = at('2026-11-15T07:00:00Z')
const nowHour = at('2026-11-29T07:00:00Z')
const young = {
  scheme: fourWeeks,
  nowHour,
  dataFromHour,
  currentPeriod: periodAt(fourWeeks, nowHour),
}

test.each(windowNames)('%s by its dates is the window by its name, however young the data are', (name) => {
  const { fromHour, toHour } = windowRange(name, fourWeeks, nowHour)
  const dates = { from: isoFromHour(fromHour), to: isoFromHour(toHour) }

  expect(requestedWindow(dates, 'current-period', young)).toEqual(
    requestedWindow({ window: name }, 'current-period', young),
  )
})

test('a link with dates from before the data can be opened in later years', () => {
  const { fromHour } = windowRange('previous-year', fourWeeks, nowHour)
  const link = { from: isoFromHour(fromHour), to: '2026-11-30T00:00:00Z' }
  const later = at('2031-05-01T00:00:00Z')

  expect(
    requestedRange(link, { ...young, nowHour: later, currentPeriod: periodAt(fourWeeks, later) }),
  ).toEqual({ fromHour, toHour: at('2026-11-30T00:00:00Z') })
})

test('what no window reaches is refused, and told since when there are data', () => {
  const hint = expect.stringContaining('There are data from 2026-11-15T07:00:00Z')
  const refused = (from: string, to: string) => () => requestedRange({ from, to }, young)

  expect(refused('2019-01-01T00:00:00Z', '2026-11-20T00:00:00Z')).toThrow(
    expect.objectContaining({ details: expect.objectContaining({ field: 'from', hint }) }),
  )
  expect(refused('2026-11-20T00:00:00Z', '2026-12-24T00:00:00Z')).toThrow(
    expect.objectContaining({ details: expect.objectContaining({ field: 'to', hint }) }),
  )
})

test('from the beginning of the data to the end of the running period, where neither is said', () => {
  expect(requestedRange({}, young)).toEqual({ fromHour: dataFromHour, toHour: at('2026-11-30T00:00:00Z') })
})
