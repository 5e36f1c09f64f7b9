import fc from 'fast-check'
import { expect, it } from 'vitest'

import { bricks } from './brick-geometry.ts'

const counts = fc
  .integer({ min: 1, max: 400 })
  .chain((counted) =>
    fc.record({ counted: fc.constant(counted), kept: fc.integer({ min: 0, max: counted }) }),
  )

it('puts the edge between kept and broken at the share of services', () => {
  fc.assert(
    fc.property(counts, ({ kept, counted }) => {
      const drawn = bricks(kept, counted, 0, 1_000)
      const edge = 1_000 - (kept / counted) * 1_000
      for (const { y, height, isKept } of drawn) {
        const middle = y + height / 2
        expect(isKept ? middle >= edge : middle <= edge).toBe(true)
      }
    }),
  )
})

it('lays one brick a service while they can be told apart', () => {
  const drawn = bricks(18, 24, 0, 240)
  expect(drawn).toHaveLength(24)
  expect(drawn.filter(({ isKept }) => isKept)).toHaveLength(18)
})
