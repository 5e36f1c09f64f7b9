import fc from 'fast-check'
import { expect, test } from 'vitest'

import { placeLabels } from './place-labels.ts'

const label = fc.record({
  x: fc.integer({ min: 0, max: 400 }),
  y: fc.constantFrom(10, 24, 38),
  text: fc.string({ minLength: 1, maxLength: 20 }),
  prefers: fc.constantFrom('left', 'right'),
  priority: fc.nat(2),
})

test('labels neither overlap nor leave the plot, and the most important one that fits is there', () => {
  fc.assert(
    fc.property(fc.array(label, { maxLength: 12 }), (labels) => {
      const range = { left: 0, right: 400 }
      const placed = placeLabels(labels, range)
      for (const [index, one] of placed.entries()) {
        expect(one.left).toBeGreaterThanOrEqual(range.left)
        expect(one.left + one.width).toBeLessThanOrEqual(range.right)
        for (const other of placed.slice(index + 1)) {
          const isApart = one.left + one.width <= other.left || other.left + other.width <= one.left
          expect(isApart || one.y !== other.y).toBe(true)
        }
      }
      if (labels.length > 0) expect(placed.length).toBeGreaterThan(0)
    }),
  )
})

test('a label at the right edge turns to the left of its point', () => {
  const [placed] = placeLabels([{ x: 390, y: 0, text: 'exhausted', prefers: 'right', priority: 0 }], {
    left: 0,
    right: 400,
  })
  expect(placed?.left).toBeLessThan(390)
})
