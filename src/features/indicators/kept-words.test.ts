import { expect, test } from 'vitest'

import { keptCellWords, keptSummary } from './kept-words.ts'

const periods = ['P1', 'P2', 'P3'].map((name) => ({
  id: name,
  name,
  start: '',
  end: '',
  isOpen: name === 'P3',
}))
const total = (kept: number, counted: number) => ({
  kept,
  counted,
  share: counted === 0 ? null : kept / counted,
})
const marks = (half: boolean, most: boolean) => [
  { share: 0.5, isConsistent: half },
  { share: 0.9, isConsistent: most },
]
const plain = (text: string) => text.replaceAll('\u202f', ' ')

test('the open period, in which hardly anything is broken yet, is no part of the range', () => {
  const totals = [total(1, 4), total(2, 4), total(4, 4)]
  expect(plain(keptSummary({ totals, periods, marks: marks(false, false) }))).toBe(
    'Between 25 % and 50 % of the services kept every budget in 2 closed periods. No mark was passed in each of the last three.',
  )
})

test('of two passed marks the higher one is said', () => {
  const totals = [total(19, 20), total(20, 20), total(20, 20)]
  expect(plain(keptSummary({ totals, periods, marks: marks(true, true) }))).toContain(
    'The mark of 90 % was passed',
  )
  expect(plain(keptSummary({ totals, periods, marks: marks(true, false) }))).toContain(
    'The mark of 50 % was passed',
  )
})

test('the worked cell of the reference, and one with an SLO that nobody called', () => {
  expect(keptCellWords({ within: 5, broke: 3, silent: 0, isKept: false })).toBe('5 within budget, 3 broke')
  expect(keptCellWords({ within: 1, broke: 0, silent: 2, isKept: true })).toBe(
    '1 within budget, 0 broke, 2 without traffic or data',
  )
})
