import fc from 'fast-check'
import { expect, test } from 'vitest'

import { entryWindow, runningSum } from './use-entry-window.ts'

const heights = fc.array(fc.constantFrom(1.5, 1.875, 3.125, 4.25), { minLength: 1, maxLength: 300 })

test('what is in sight is drawn, and the room of the rest is kept to the last bit', () => {
  fc.assert(
    fc.property(
      heights,
      fc.integer({ min: -50, max: 1500 }),
      fc.integer({ min: 1, max: 120 }),
      (all, top, height) => {
        const ends = runningSum(all)
        const { start, end, before, after } = entryWindow(ends, top, top + height)
        const drawn = all.slice(start, end).reduce((sum, one) => sum + one, 0)
        expect(before + drawn + after).toBeCloseTo(ends.at(-1) ?? 0)
        const whole = ends.at(-1) ?? 0
        const from = Math.max(0, Math.min(top, whole - height))
        expect(before).toBeLessThanOrEqual(from)
        expect(whole - after).toBeGreaterThanOrEqual(Math.min(whole, from + height))
        expect(end - start).toBeLessThanOrEqual(height / 1.5 + 3)
      },
    ),
  )
})
