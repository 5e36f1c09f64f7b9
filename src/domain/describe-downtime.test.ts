import { expect, test } from 'vitest'

import { describeDowntime, downtimeRule } from './describe-downtime.ts'

const words = {
  leaning: 'go',
  tightest: { name: 'POST /charge, availability', remaining: 0.9, left: 0.36, clause: null },
  budgetCount: 3,
  stops: [],
  period: 'P12',
  laterPeriod: 'P13',
} as const
const plain = (sentence: string) => sentence.replaceAll('\u202f', ' ')
const said = (change: Partial<Parameters<typeof describeDowntime>[0]>) =>
  plain(describeDowntime({ ...words, ...change }))
const spent = { ...words.tightest, left: -0.1 }
const nearly = { name: 'Nearly gone', share: 0.8 }

test.each([
  ['a good time', {}, 'Every budget bears it: POST /charge, availability would keep the least, 36 %.'],
  [
    'a better time',
    { leaning: 'another-time', tightest: spent },
    'POST /charge, availability would be used up: −10 % left. At another time of P12 every budget bears it.',
  ],
  [
    'a clause on the way',
    { leaning: 'another-time', tightest: { ...words.tightest, left: 0.15, clause: nearly } },
    'POST /charge, availability would keep 15 %, and Nearly gone stops releases once 80 % is gone. ' +
      'At another time of P12 every budget bears it.',
  ],
  [
    'a budget that is gone',
    { leaning: 'next-period', tightest: { ...spent, remaining: -0.05 } },
    'POST /charge, availability is used up already: −5 % left. No time of P12 is better for it; P13 begins with a whole budget.',
  ],
  [
    'no time at all',
    { leaning: 'never', tightest: spent },
    'POST /charge, availability would be used up: −10 % left. No time of P12 or P13 bears it: ' +
      'it takes a shorter one, or one in which less fails.',
  ],
  [
    'stopped releases',
    { leaning: 'stopped', stops: ['Policy of Payments, Exhausted', 'Policy of Payments, Fast burn'] },
    'Releases are stopped here by Policy of Payments, Exhausted and Policy of Payments, Fast burn.',
  ],
  [
    'no SLO',
    { leaning: null, tightest: null, budgetCount: 0 },
    'No SLO is kept here, so that no budget says what users would bear.',
  ],
  [
    'nothing but 100 %',
    { leaning: null, tightest: null, budgetCount: 2 },
    'All that is promised here is 100 %, which nothing that fails leaves whole.',
  ],
] as const)('of %s', (_case, change, sentence) => {
  expect(said(change)).toBe(sentence)
})

test('the rule says what it rests on', () => {
  expect(plain(downtimeRule)).toContain('the same hours of the week in the last 28 days')
})
