import { describe, expect, it } from 'vitest'

import {
  asSentence,
  counted,
  lastPeriods,
  nameList,
  percent,
  sentences,
  someOf,
  times,
} from './indicator-words.ts'

describe('the words of sentences', () => {
  it.each([
    [[], ''],
    [['A'], 'A'],
    [['A', 'B'], 'A and B'],
    [['A', 'B', 'C'], 'A, B and C'],
    [['A', 'B', 'C', 'D'], 'A, B, C and 1 more'],
    [Array.from({ length: 2004 }, (_, i) => `S${i}`), 'S0, S1, S2 and 2\u202f001 more'],
  ])('names: %#', (names, text) => {
    expect(nameList(names)).toBe(text)
  })

  it.each([
    ['Takes payments', 'Takes payments.'],
    ['Takes payments.', 'Takes payments.'],
    ['Takes what?', 'Takes what?'],
  ])('%s is no sentence without one full stop', (text, sentence) => {
    expect(asSentence(text)).toBe(sentence)
  })

  it.each([
    [0, '0 services'],
    [1, '1 service'],
    [2, '2 services'],
    [1200, '1\u202f200 services'],
  ])('%i: %s', (count, text) => {
    expect(counted(count, 'service')).toBe(text)
  })

  it.each([
    [1, 1, 'The only service'],
    [2, 2, 'All 2 services'],
    [1, 2, '1 of 2 services'],
    [3, 24, '3 of 24 services'],
  ])('%i of %i: %s', (some, all, text) => {
    expect(someOf(some, all, 'service')).toBe(text)
  })

  it.each([
    [1, 'the last period', 'the last period'],
    [2, 'the last two periods', 'each of the last two periods'],
    [9, 'the last nine periods', 'each of the last nine periods'],
    [13, 'the last 13 periods', 'each of the last 13 periods'],
  ])('%i periods', (count, text, each) => {
    expect(lastPeriods(count)).toBe(text)
    expect(lastPeriods(count, 'each of ')).toBe(each)
  })

  it.each([
    [0, '0 times'],
    [1, 'once'],
    [2, 'two times'],
    [3, 'three times'],
    [4, 'four times'],
    [5, 'five times'],
    [6, 'six times'],
    [7, 'seven times'],
    [8, 'eight times'],
    [9, 'nine times'],
    [10, '10 times'],
  ])('%i: %s', (count, text) => {
    expect(times(count)).toBe(text)
  })

  it('a figure never stands apart from its sign', () => {
    expect(percent(0.75)).toBe('75\u202f%')
  })

  it('what there is to say is joined', () => {
    expect(sentences(['A.', null, 'B.'])).toBe('A. B.')
  })
})
