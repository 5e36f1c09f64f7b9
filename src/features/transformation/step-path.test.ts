import fc from 'fast-check'
import { expect, it } from 'vitest'

import { stepPath } from './step-path.ts'

const day = (number: number) => new Date(Date.UTC(2026, 0, 1 + number)).toISOString()
const scale = {
  phases: ['one', 'two', 'three'],
  from: Date.parse(day(0)),
  to: Date.parse(day(10)),
  x: [0, 100],
  y: [50, 10],
} as const

it('goes up with each move, and on to now', () => {
  const moves = [
    { to: 'one', at: day(0) },
    { to: 'three', at: day(5) },
  ]
  expect(stepPath(moves, scale)).toEqual({ d: 'M0 50H50V10H100', end: { x: 100, y: 10 } })
})

it('stays where it was in a phase that is no column any more', () => {
  const moves = [
    { to: 'two', at: day(0) },
    { to: 'gone', at: day(5) },
  ]
  expect(stepPath(moves, scale).d).toBe('M0 30H100')
  expect(stepPath([], scale).d).toBe('')
})

it('law: never leaves its frame', () => {
  const anyMoves = fc.array(
    fc.record({
      to: fc.constantFrom('one', 'two', 'three', 'gone'),
      at: fc.integer({ min: 0, max: 10 }).map(day),
    }),
  )
  fc.assert(
    fc.property(anyMoves, (moves) => {
      const numbers = stepPath(moves, scale).d.match(/[\d.]+/g) ?? []
      expect(numbers.every((number) => Number(number) >= 0 && Number(number) <= 100)).toBe(true)
    }),
  )
})
