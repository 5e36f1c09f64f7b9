import { expect, it } from 'vitest'

import { formatMoney } from './format-money.ts'

it('rounds to whole currency, and keeps the currency on the line', () => {
  expect(formatMoney(1712.33, 'EUR')).toBe('1\u202f712\u00a0EUR')
  expect(formatMoney(114.155, 'EUR', 2)).toBe('114.16\u00a0EUR')
})
