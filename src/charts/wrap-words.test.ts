import fc from 'fast-check'
import { expect, test } from 'vitest'

import { wrapWords } from './wrap-words.ts'

const byLetter = (line: string) => line.length

test('lines are as full as the room allows', () => {
  expect(wrapWords('Budget left in P12, hour by hour', 14, byLetter)).toEqual([
    'Budget left in',
    'P12, hour by',
    'hour',
  ])
  expect(wrapWords('', 14, byLetter)).toEqual([])
})

test('no word is lost, and only a word that is too long alone exceeds the room', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^\w{1,12}$/)), fc.integer({ min: 1, max: 40 }), (words, room) => {
      const lines = wrapWords(words.join(' '), room, byLetter)
      expect(lines.join(' ')).toBe(words.join(' '))
      for (const line of lines) expect(line.length <= room || !line.includes(' ')).toBe(true)
    }),
  )
})
