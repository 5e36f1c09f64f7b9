import { expect, test } from 'vitest'

import { changeText, deliveryText } from './delivery-words.ts'

test.each([
  [0, '0\u202f%'],
  [0.004, '+<1\u202f%'],
  [-0.004, '\u2212<1\u202f%'],
  [0.124, '+12\u202f%'],
  [-0.08, '\u22128\u202f%'],
])('a change by %d is said as %s: a little is not nothing', (change, words) => {
  expect(changeText(change)).toBe(words)
})

test('seldom is not never', () => {
  expect(deliveryText('deployment-frequency', 0.02)).toBe('<0.1 a week')
  expect(deliveryText('deployment-frequency', 9.96)).toBe('10 a week')
})
