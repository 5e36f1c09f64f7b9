import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { isReached, relativeChange, standingOf, targetValue, type ExpectedTarget } from './expectation.ts'
import { monthFrom } from './month.ts'
import { goldenCase } from './testing/golden.ts'

const fallBy = (percent: number, isBeyond = false): ExpectedTarget => ({ kind: 'fall', percent, isBeyond })
const month = monthFrom

const halved = {
  target: fallBy(50),
  base: 40,
  baseMonth: month('2025-09'),
  checkpoint: month('2026-03'),
  isChanged: false,
}

test('GC-HYP-01: escalations halved against the six months before are met', () => {
  const { number, flag } = goldenCase('GC-HYP-01')
  const target = fallBy(-number('inputs', 'target_change_percent'))
  const [base, now] = [number('inputs', 'base'), number('inputs', 'now')]
  expect((relativeChange(base, now) ?? 0) * 100).toBe(number('expected', 'change_percent'))
  expect(isReached(target, base, now)).toBe(flag('expected', 'met'))
})

test('GC-HYP-03: at least a quarter shorter is met at the border', () => {
  const { number, flag } = goldenCase('GC-HYP-03')
  const [base, now] = [number('inputs', 'q2_lead_days'), number('inputs', 'q4_lead_days')]
  expect(-(relativeChange(base, now) ?? 0) * 100).toBe(number('expected', 'reduction_percent'))
  expect(isReached(fallBy(number('inputs', 'target_percent')), base, now)).toBe(flag('expected', 'met'))
})

test('outages not detected internally must fall by more than half', () => {
  expect(isReached(fallBy(50, true), 10, 5)).toBe(false)
  expect(isReached(fallBy(50, true), 10, 4.9)).toBe(true)
  expect(isReached({ kind: 'at-least', value: 50, isBeyond: true }, null, 50)).toBe(false)
})

test('against nothing there is no change', () => {
  expect(relativeChange(0, 3)).toBeNull()
  expect(isReached(fallBy(50), 0, 0)).toBeNull()
  expect(isReached({ kind: 'at-most', value: 0, isBeyond: false }, null, 0)).toBe(true)
})

describe('the state', () => {
  const at = (text: string, value: number) => ({ month: month(text), value })
  const state = (
    change: Partial<typeof halved>,
    points: readonly { month: number; value: number }[],
    now: string,
  ) => standingOf({ ...halved, ...change }, points, month(now))

  test('is not due before the checkpoint month is over, and on track on the straight line', () => {
    expect(state({}, [], '2025-12').state).toBe('not-due')
    expect(state({}, [at('2025-12', 30)], '2025-12').state).toBe('on-track')
    expect(state({}, [at('2025-12', 31)], '2025-12').state).toBe('not-due')
    expect(state({}, [at('2026-03', 20)], '2026-03').state).toBe('on-track')
  })

  test('is a verdict afterwards, by the value of then and not of now', () => {
    expect(state({}, [at('2026-03', 20)], '2026-04').state).toBe('met')
    expect(state({}, [at('2026-03', 25), at('2026-06', 10)], '2026-07')).toMatchObject({
      state: 'not-met',
      judged: { value: 25 },
      change: -0.375,
    })
  })

  test('cannot be told without a base, or without a value of the quarter before', () => {
    expect(state({ base: 0 }, [at('2026-03', 0)], '2026-04')).toMatchObject({
      state: 'not-measurable',
      whyNot: 'base-zero',
    })
    expect(state({}, [], '2026-04')).toMatchObject({ state: 'not-measurable', whyNot: 'no-value' })
    expect(state({}, [at('2025-12', 10)], '2026-04')).toMatchObject({
      state: 'not-measurable',
      whyNot: 'value-too-old',
    })
  })

  test('is changed where it is no longer expected so, whatever the values say', () => {
    expect(state({ isChanged: true }, [at('2026-03', 1)], '2026-07').state).toBe('changed')
  })

  test('says since when it is reached without a break', () => {
    const points = [at('2025-12', 10), at('2026-01', 30), at('2026-02', 19), at('2026-03', 18)]
    expect(state({}, points, '2026-07').reachedSince).toEqual(at('2026-02', 19))
    expect(state({}, [at('2026-03', 30)], '2026-07').reachedSince).toBeNull()
  })
})

test('law: what is reached at the mark is missed there only where more is asked, and both agree beside it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000 }),
      fc.integer({ min: 0, max: 100 }),
      fc.integer({ min: 0, max: 20_000 }),
      (base, percent, now) => {
        const mark = targetValue(fallBy(percent), base) ?? NaN
        const [loose, strict] = [
          isReached(fallBy(percent), base, now),
          isReached(fallBy(percent, true), base, now),
        ]
        if (now * 100 === base * (100 - percent)) expect([loose, strict]).toEqual([true, false])
        else expect([loose, strict]).toEqual([now < mark, now < mark])
      },
    ),
  )
})

test('law: less is never worse where something has to fall', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.nat(1000), fc.nat(100), fc.nat(1000), (base, now, percent, less) => {
      if (isReached(fallBy(percent), base, now) !== true) return
      expect(isReached(fallBy(percent), base, now - less)).toBe(true)
    }),
  )
})
