import { expect, test } from 'vitest'

import { searchedFor } from './search-words.ts'

const row = ['payment-gateway', 'GET', null, '/Charge', undefined]

test.each([
  ['pay', true],
  ['  CHARGE   gateway ', true],
  ['pay refund', false],
  ['', true],
  ['   ', true],
  [undefined, true],
  ['null', false],
])('%j finds the row: %s', (search, isFound) => {
  expect(searchedFor(search)(row)).toBe(isFound)
})
