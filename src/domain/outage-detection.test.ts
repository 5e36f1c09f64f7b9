import fc from 'fast-check'
import { expect, it } from 'vitest'

import { detectionDrop } from './outage-detection.ts'

it('reaches the goal with more than half fewer, not with half', () => {
  expect(detectionDrop(3, 9)).toEqual({ drop: 2 / 3, isGoalReached: true })
  expect(detectionDrop(4, 8)).toEqual({ drop: 0.5, isGoalReached: false })
})

it('says that there are more by a drop below 0', () => {
  expect(detectionDrop(6, 4)).toEqual({ drop: -0.5, isGoalReached: false })
})

it('measures no drop from nothing', () => {
  expect(detectionDrop(0, 0)).toEqual({ drop: null, isGoalReached: false })
})

it('reaches the goal exactly where twice the outages are fewer than before', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.integer({ min: 1, max: 1000 }), (now, before) => {
      expect(detectionDrop(now, before).isGoalReached).toBe(2 * now < before)
    }),
  )
})
