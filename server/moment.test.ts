import { expect, test } from 'vitest'

import { hourFromIso } from '../src/domain/hours.ts'
import { periodAt, type PeriodScheme } from '../src/domain/period.ts'
import { judgedPeriods, monthsWithData } from './moment.ts'

const hour = (iso: string) => hourFromIso(iso) ?? Number.NaN

function extentOf(scheme: PeriodScheme) {
  const nowHour = hour('2026-11-18T03:00:00Z')
  return {
    scheme,
    nowHour,
    dataFromHour: hour('2026-08-15T00:00:00Z'),
    currentPeriod: periodAt(scheme, nowHour),
  }
}

const quarters = extentOf({ kind: 'calendar-quarter' })
const months = extentOf({ kind: 'calendar-month' })
const idsOf = (periods: readonly Readonly<{ id: string }>[]) => periods.map(({ id }) => id)

test('months are those of which every hour is held, and the present one', () => {
  expect(idsOf(monthsWithData(quarters))).toEqual(['2026-09', '2026-10', '2026-11'])
})

test('budgets are judged by months and by what is granted, which is summed up first, and by months once', () => {
  expect(idsOf(judgedPeriods(quarters))).toEqual(['2026-09', '2026-10', '2026-11', '2026-Q4'])
  expect(idsOf(judgedPeriods(months))).toEqual(['2026-09', '2026-10', '2026-11'])
})
