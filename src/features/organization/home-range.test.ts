import { expect, it } from 'vitest'

import type { PeriodOnWire } from '../../contract/catalog.ts'
import { homeRange } from './home-range.ts'

function period(id: string, isOpen = false): PeriodOnWire {
  return { id, name: id.slice(5), start: `${id} start`, end: `${id} end`, isOpen }
}

const periods = [
  period('2025-P12'),
  period('2025-P13'),
  period('2026-P01'),
  period('2026-P02'),
  period('2026-P03', true),
]
const own = { window: 'current-year', asOf: null, compare: null } as const

it('reports on the last closed period of the year and holds it against the first', () => {
  const range = homeRange(own, periods)
  expect(range?.shown.map(({ id }) => id)).toEqual(['2026-P01', '2026-P02', '2026-P03'])
  expect([range?.asOf?.id, range?.compare?.id]).toEqual(['2026-P02', '2026-P01'])
  expect([range?.from, range?.to]).toEqual(['2026-P01 start', '2026-P03 end'])
})

it('ends with an earlier period that is reported on: what came later was not known', () => {
  const range = homeRange({ ...own, window: 'two-years', asOf: '2026-P01', compare: '2025-P13' }, periods)
  expect(range?.shown.map(({ id }) => id)).toEqual(['2025-P12', '2025-P13', '2026-P01'])
  expect([range?.asOf?.id, range?.compare?.id]).toEqual(['2026-P01', '2025-P13'])
})

it('shows last year without the period that is open', () => {
  const range = homeRange({ ...own, window: 'previous-year' }, periods)
  expect(range?.shown.map(({ id }) => id)).toEqual(['2025-P12', '2025-P13'])
})

it('falls back where a link names what is not there, or a comparison that is not earlier', () => {
  const range = homeRange({ ...own, asOf: '1999-P01', compare: '2026-P02' }, periods)
  expect([range?.asOf?.id, range?.compare?.id]).toEqual(['2026-P02', '2026-P01'])
})

it('has nothing to hold the first period against, and no period of a year without data', () => {
  expect(homeRange(own, periods.slice(2, 3))?.compare).toBe(null)
  expect(homeRange({ ...own, window: 'previous-year' }, periods.slice(2))).toBe(null)
})

it('shows an open period alone without a verdict', () => {
  const range = homeRange(own, periods.slice(4))
  expect([range?.asOf, range?.shown.length]).toEqual([null, 1])
})
