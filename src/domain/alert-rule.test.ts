import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { badRateLimit, evaluatedBreaches, isLimitExceeded } from './alert-rule.ts'
import type { AlertRule } from './alert-rule.ts'
import { goldenCase } from './testing/golden.ts'

const rule: AlertRule = {
  windowMinutes: 60,
  shareOfWindowBudgetPercent: 200,
  evaluationMinutes: 5,
  snoozeMinutes: 120,
}

describe('the limit', () => {
  it('GC-ALERT-01: 200 % of the window budget of a 99.7 % target is 0.6 % bad', () => {
    const golden = goldenCase('GC-ALERT-01')
    const shareOfWindowBudgetPercent = golden.number('inputs', 'limit_percent_of_window_budget')
    const limit = badRateLimit({ shareOfWindowBudgetPercent }, golden.number('inputs', 'slo_percent') / 100)
    expect(Math.abs(limit * 100 - golden.number('expected', 'bad_rate_limit_percent'))).toBeLessThanOrEqual(
      golden.tolerance,
    )
  })

  it('GC-ALERT-03: exactly at the limit does not fire, one bad event more does', () => {
    const golden = goldenCase('GC-ALERT-03')
    const target = golden.number('inputs', 'slo_percent') / 100
    const limited = { shareOfWindowBudgetPercent: golden.number('inputs', 'limit') }
    const bad = golden.number('inputs', 'bad_rate_percent') * 1000
    const fires = (count: number) =>
      isLimitExceeded(limited, { good: 100_000 - count, total: 100_000 }, target)
    expect(fires(bad)).toBe(golden.flag('expected', 'fires'))
    expect(fires(bad + 1)).toBe(true)
  })

  it('a window without events does not fire', () => {
    expect(isLimitExceeded(rule, { good: 0, total: 0 }, 0.997)).toBe(false)
  })

  it('without a budget any bad event is too much', () => {
    expect(isLimitExceeded(rule, { good: 999, total: 1000 }, 1)).toBe(true)
    expect(isLimitExceeded(rule, { good: 1000, total: 1000 }, 1)).toBe(false)
  })
})

describe('snooze', () => {
  it('GC-ALERT-05: silent for the snooze time, then alerts again and snoozes again', () => {
    const golden = goldenCase('GC-ALERT-05')
    const first = golden.number('inputs', 'first_alert_min')
    const breached = [first, ...golden.numbers('inputs', 'condition_still_true_at_min')]
    const seen = evaluatedBreaches(
      { ...rule, snoozeMinutes: golden.number('inputs', 'snooze_min') },
      breached,
    )
    expect(seen.filter(({ alerts }) => alerts).map(({ atMinute }) => atMinute)).toEqual(
      golden.value('expected', 'alerts_at_min'),
    )
    // Breaches, alerts and incidents are three counts: the silent ones are kept.
    expect(seen.map(({ atMinute }) => atMinute)).toEqual(breached)
  })

  it('what is true between two evaluations is not seen', () => {
    expect(evaluatedBreaches(rule, [3, 4, 7, 10])).toEqual([{ atMinute: 10, alerts: true }])
  })

  it('without a breach there is no alert', () => {
    expect(evaluatedBreaches(rule, [])).toEqual([])
  })

  it('two alerts are never closer than the snooze, and none is left out when it is over', () => {
    const minutes = fc.uniqueArray(fc.integer({ min: -100, max: 400 }), { maxLength: 80 })
    fc.assert(
      fc.property(minutes, fc.integer({ min: 0, max: 60 }), (some, snoozeMinutes) => {
        const breached = some.map((minute) => minute * 5).toSorted((a, b) => a - b)
        let last = Number.NEGATIVE_INFINITY
        for (const { atMinute, alerts } of evaluatedBreaches(
          { evaluationMinutes: 5, snoozeMinutes },
          breached,
        )) {
          expect(alerts).toBe(atMinute - last >= snoozeMinutes)
          if (alerts) last = atMinute
        }
      }),
    )
  })
})
