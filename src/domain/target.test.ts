import { describe, expect, it } from 'vitest'

import { allowancePpb, PPB, targetAt, type TargetTimeline } from './target.ts'
import { goldenCase } from './testing/golden.ts'

describe('allowance', () => {
  it.each(['GC-EB-01', 'GC-EB-02', 'GC-EB-03', 'GC-EB-04'])(
    '%s: the budget is what the target leaves',
    (id) => {
      const golden = goldenCase(id)
      const percent = (allowancePpb(golden.number('inputs', 'slo_percent') / 100) / PPB) * 100
      expect(Math.abs(percent - golden.number('expected', 'error_budget_percent'))).toBeLessThanOrEqual(
        golden.tolerance,
      )
    },
  )
})

describe('target timeline', () => {
  const timeline: TargetTimeline = [
    { fromHour: 100, target: 0.99 },
    { fromHour: 200, target: 0.999 },
  ]

  it.each([
    [99, 0.99],
    [100, 0.99],
    [199, 0.99],
    [200, 0.999],
    [1000, 0.999],
  ])('at hour %i promises %d', (hour, target) => {
    expect(targetAt(timeline, hour)).toBe(target)
  })
})
