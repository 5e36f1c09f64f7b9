import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { drawingWidth, sharedBottom } from './small-multiples.ts'

describe('the scale that small burn-downs share', () => {
  it.each([
    ['leaves room for a little debt where there is none', [[1, 0.8]], -0.1],
    ['reaches as far down as the worst of them', [[0.2], [0.1, -0.83]], -0.9],
    ['but not without end', [[-12]], -1.5],
    ['a day that was not measured does not count', [[null, 0.4]], -0.1],
    ['nothing to draw', [], -0.1],
  ])('%s', (_, curves, bottom) => {
    expect(sharedBottom(curves)).toBeCloseTo(bottom)
  })
})

it('drawings are as wide as fits, never wider than the page nor narrower than readable', () => {
  fc.assert(
    fc.property(fc.integer({ min: 240, max: 4_000 }), (width) => {
      const each = drawingWidth(width, 240, 24)
      expect(each).toBeGreaterThanOrEqual(Math.min(240, width))
      const beside = Math.floor((width + 24) / (each + 24))
      expect(beside * each + (beside - 1) * 24).toBeLessThanOrEqual(width)
    }),
  )
})
