import { expect, it } from 'vitest'

import { thresholdWords, windowWords } from './slo-words.ts'

const plain = (text: string) => text.replaceAll('\u202f', ' ')

it.each([
  [400, '< 400 ms'],
  [2_000, '< 2 s'],
  [1_500, '< 1500 ms'],
  [900_000, '< 15 min'],
  [86_400_000, '< 24 h'],
])('%i ms is %s', (ms, words) => {
  expect(plain(thresholdWords(ms))).toBe(words)
})

it.each([
  [1, '1 h'],
  [6, '6 h'],
  [24, '1 d'],
  [72, '3 d'],
])('a window of %i hours is %s', (hours, words) => {
  expect(plain(windowWords(hours))).toBe(words)
})
