import { expect, it } from 'vitest'

import { shareOfPercent } from './percent-text.ts'

it.each([
  ['99.95', 0.9995],
  [' 99,9 ', 0.999],
  ['57', 0.57],
  ['99.99999', 0.9999999],
  ['100', null],
  ['0', null],
  ['', null],
  ['99.9 %', null],
  ['-1', null],
])('%j is %s', (text, share) => {
  expect(shareOfPercent(text)).toBe(share)
})
