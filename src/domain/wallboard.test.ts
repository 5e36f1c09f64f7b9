import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { isDimAt, screenAt } from './wallboard.ts'

describe('the screens of a wallboard', () => {
  it('each is shown for its seconds, one after the other, and then the first again', () => {
    fc.assert(
      fc.property(
        fc.nat(2 ** 40),
        fc.integer({ min: 40, max: 3600 }),
        fc.integer({ min: 1, max: 60 }),
        (now, seconds, count) => {
          const shown = screenAt(now, seconds, count)
          expect(shown).toBeGreaterThanOrEqual(0)
          expect(shown).toBeLessThan(count)
          expect(screenAt(now + seconds * 1000, seconds, count)).toBe((shown + 1) % count)
          expect(screenAt(now + seconds * 1000 * count, seconds, count)).toBe(shown)
        },
      ),
    )
  })

  it('a sleep of hours is no reason to be out of step', () => {
    expect(screenAt(0, 40, 3)).toBe(0)
    expect(screenAt(39_999, 40, 3)).toBe(0)
    expect(screenAt(40_000, 40, 3)).toBe(1)
    expect(screenAt(8 * 3_600_000, 40, 3)).toBe(720 % 3)
    expect(screenAt(5, 40, 0)).toBe(0)
  })
})

describe('dim hours', () => {
  it.each([
    ['over midnight, in the evening', 23, { from: 22, to: 6 }, true],
    ['over midnight, in the morning', 5, { from: 22, to: 6 }, true],
    ['the last hour ends it', 6, { from: 22, to: 6 }, false],
    ['within a day', 3, { from: 1, to: 5 }, true],
    ['before them', 0, { from: 1, to: 5 }, false],
    ['none are set', 3, null, false],
    ['no hour lies between an hour and itself', 3, { from: 3, to: 3 }, false],
  ])('%s', (_, hour, hours, isDim) => {
    expect(isDimAt(hour, hours)).toBe(isDim)
  })

  it('every day has as many dim hours as lie between the two', () => {
    const hour = fc.integer({ min: 0, max: 23 })
    fc.assert(
      fc.property(hour, hour, (from, to) => {
        const dim = Array.from({ length: 24 }, (__, at) => at).filter((at) => isDimAt(at, { from, to }))
        expect(dim).toHaveLength((to - from + 24) % 24)
      }),
    )
  })
})
