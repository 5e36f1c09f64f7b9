import { expect, test } from 'vitest'

import { adherenceCodec } from '../../url/indicator-view.ts'
import { selectionWords } from './selection-words.ts'

const period = (id: string, start: string, end: string) => ({
  id: `2026-${id}`,
  name: id,
  start: `${start}T00:00:00Z`,
  end: `${end}T00:00:00Z`,
  isOpen: false,
})
const year = [period('P01', '2025-12-29', '2026-01-26'), period('P13', '2026-11-30', '2027-01-04')]

test('what is chosen is named, and the days it is of', () => {
  const view = adherenceCodec.parse({ team: 'payments', service: 'ledger,refunds', q: 'charge' })
  expect(selectionWords(view, year)).toBe(
    'Team: payments; Service: ledger, refunds; found by "charge"; P01 to P13, 29\u00a0Dec–3\u00a0Jan 2027 UTC',
  )
})

test('nothing chosen is the whole organization', () => {
  expect(selectionWords(adherenceCodec.parse({}), year.slice(0, 1))).toBe(
    'The whole organization; P01, 29\u00a0Dec–25\u00a0Jan 2026 UTC',
  )
})
