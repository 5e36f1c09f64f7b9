import fc from 'fast-check'
import { expect, test } from 'vitest'

import { periodBudget } from './period-budget.ts'
import { outageHours, withTargetFrom } from './target-change.ts'
import { allowancePpb, targetAt } from './target.ts'
import { anyNow, anySeries, shortPeriod } from './testing/arbitraries.ts'

const otherTarget = fc.constantFrom(0.9, 0.99, 0.995, 0.9999)

test('99.9 % of a four-week period may be down for forty minutes', () => {
  expect(outageHours(0.999, 672) * 60).toBeCloseTo(40.32, 10)
  expect(outageHours(1, 672)).toBe(0)
})

test('hours already past stay judged by the target they had; every later one is judged by the new one', () => {
  fc.assert(
    fc.property(anySeries, otherTarget, anyNow, (series, target, now) => {
      const { targets } = withTargetFrom(series, target, now)
      for (let hour = shortPeriod.startHour; hour < shortPeriod.endHour; hour += 1) {
        expect(targetAt(targets, hour)).toBe(hour < now ? targetAt(series.targets, hour) : target)
      }
    }),
  )
})

test('what was seen does not change with the target; a tighter one never leaves more budget', () => {
  fc.assert(
    fc.property(anySeries, otherTarget, anyNow, (series, target, now) => {
      const before = periodBudget(
        withTargetFrom(series, targetAt(series.targets, now), now),
        shortPeriod,
        now,
      )
      const after = periodBudget(withTargetFrom(series, target, now), shortPeriod, now)
      expect([after.bad, after.total]).toEqual([before.bad, before.total])
      const isTighter = allowancePpb(target) <= allowancePpb(targetAt(series.targets, now))
      if (isTighter) expect(after.grant).toBeLessThanOrEqual(before.grant)
      else expect(after.grant).toBeGreaterThanOrEqual(before.grant)
    }),
  )
})
