import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { budgetSeries, type Scale } from './budget-series.ts'
import { type BucketRow, bucketsFromRows } from './buckets.ts'
import type { Correction } from './correction.ts'
import { type PeriodBudget, periodBudget, type Series } from './period-budget.ts'
import { projections } from './projection.ts'
import { closedStates, openStates } from './state.ts'
import { allowancePpb, PPB, targetAt } from './target.ts'
import {
  anyCorrected,
  anyCorrections,
  anyExclusion,
  anyNow,
  anyRows,
  anySeries,
  anyTargets,
  anyTopUp,
  shortPeriod,
} from './testing/arbitraries.ts'
import { rowsOf, seriesOf } from './testing/series.ts'

const { startHour, endHour } = shortPeriod
/** The series' own rows in the period that have passed. */
function pastRows(series: Series, nowHour: number): readonly BucketRow[] {
  const until = Math.min(nowHour, endHour, series.endedHour ?? endHour)
  return rowsOf(series).filter(
    ({ hour }) => hour >= Math.max(startHour, series.beganHour) && hour < until && !isOut(series, hour),
  )
}

function isOut({ corrections }: Series, hour: number): boolean {
  return corrections.some(
    (one) =>
      one.kind === 'exclusion' && one.withdrawnAt === null && hour >= one.fromHour && hour < one.toHour,
  )
}

describe('a closed period', () => {
  it('grants what the hours add up to and is judged exactly, target changes and gaps included', () => {
    fc.assert(
      fc.property(
        fc.record({ series: anySeries, exclusions: fc.array(anyExclusion, { maxLength: 2 }) }),
        (given) => {
          const series = { ...given.series, corrections: given.exclusions }
          const rows = pastRows(series, endHour)
          const granted = rows.reduce(
            (sum, row) => sum + BigInt(row.total) * BigInt(allowancePpb(targetAt(series.targets, row.hour))),
            0n,
          )
          const bad = rows.reduce((sum, row) => sum + row.total - row.good, 0)
          const total = rows.reduce((sum, row) => sum + row.total, 0)
          const budget = periodBudget(series, shortPeriod, endHour)

          expect(budget).toMatchObject({ bad, total, good: total - bad, isOpen: false, elapsedShare: 1 })
          expect(budget.grant).toBeCloseTo(Number(granted) / PPB, 3)
          if (total > 0)
            expect(budget.state).toBe(BigInt(bad) * BigInt(PPB) <= granted ? 'fulfilled' : 'broken')
          else expect(['no-traffic', 'no-data']).toContain(budget.state)
        },
      ),
    )
  })

  it('has only closed states, and an open one only open states', () => {
    fc.assert(
      fc.property(anyCorrected, anyNow, (series, nowHour) => {
        const { state, isOpen } = periodBudget(series, shortPeriod, nowHour)
        expect(isOpen).toBe(nowHour < endHour)
        expect(isOpen ? openStates : closedStates).toContain(state)
      }),
    )
  })

  it('is fulfilled exactly when its corrected budget is not overspent', () => {
    fc.assert(
      fc.property(anyCorrected, (series) => {
        const { state, remaining, total } = periodBudget(series, shortPeriod, endHour)
        fc.pre(remaining !== null && total > 0)
        expect(state).toBe((remaining ?? 0) >= 0 ? 'fulfilled' : 'broken')
      }),
    )
  })
})

describe('remaining', () => {
  it('never rises inside a period without a correction', () => {
    fc.assert(
      fc.property(anySeries, anyNow, (series, nowHour) => {
        const { remaining } = budgetSeries(series, shortPeriod, nowHour, 'hour')
        const rises = remaining.filter((left, i) => left !== null && left > (remaining[i - 1] ?? 1))
        expect(rises).toEqual([])
      }),
    )
  })

  it('is never above 1, whatever top-ups give back', () => {
    fc.assert(
      fc.property(
        anySeries,
        fc.array(anyTopUp, { minLength: 1, maxLength: 4 }),
        anyNow,
        (series, corrections, nowHour) => {
          const corrected = { ...series, corrections }
          const { remaining, rawRemaining } = periodBudget(corrected, shortPeriod, nowHour)
          expect(remaining ?? 1).toBeLessThanOrEqual(1)
          expect(remaining ?? 1).toBeGreaterThanOrEqual(rawRemaining ?? 1)
          expect(rawRemaining).toBe(periodBudget(series, shortPeriod, nowHour).remaining)
          for (const left of budgetSeries(corrected, shortPeriod, nowHour, 'hour').remaining) {
            expect(left ?? 1).toBeLessThanOrEqual(1)
          }
        },
      ),
    )
  })

  it('of now is the same on every scale, raw and corrected', () => {
    fc.assert(
      fc.property(
        anyCorrected,
        anyNow,
        fc.constantFrom<Scale>('hour', 'day', 'week', 'period'),
        (series, nowHour, scale) => {
          const columns = budgetSeries(series, shortPeriod, nowHour, scale)
          if (columns.hour.length === 0) return
          const budget = periodBudget(series, shortPeriod, nowHour)
          expect(columns.remaining.at(-1)).toBe(budget.remaining)
          expect(columns.rawRemaining.at(-1)).toBe(budget.rawRemaining)
        },
      ),
    )
  })

  it('accumulated hour by hour equals the sums taken anew for each hour', () => {
    fc.assert(
      fc.property(anySeries, anyNow, (series, nowHour) => {
        const { grant, remaining: now } = periodBudget(series, shortPeriod, nowHour)
        const columns = budgetSeries(series, shortPeriod, nowHour, 'hour')
        const rows = pastRows(series, nowHour)
        expect(columns.hour).toEqual(rows.map((row) => row.hour))
        for (const [i, left] of columns.remaining.entries()) {
          const bad = rows.slice(0, i + 1).reduce((sum, row) => sum + row.total - row.good, 0)
          expect(left).toBe(now === null ? null : grant === 0 ? 1 : 1 - bad / grant)
        }
      }),
      { numRuns: 50 },
    )
  })
})

describe('exhaustion', () => {
  it('is the end of the first hour in which the cumulative bad events reach the grant', () => {
    fc.assert(
      fc.property(anySeries, anyNow, (series, nowHour) => {
        const { grant, exhaustedAtHour, timeToExhaustionHours, isPremature } = periodBudget(
          series,
          shortPeriod,
          nowHour,
        )
        let bad = 0
        const first = pastRows(series, nowHour).find((row) => {
          bad += row.total - row.good
          return bad > 0 && bad >= grant
        })
        expect(exhaustedAtHour).toBe(first ? first.hour + 1 : null)
        expect(isPremature).toBe(first !== undefined && first.hour + 1 < endHour)
        expect(timeToExhaustionHours).toBe(
          first ? first.hour + 1 - Math.max(startHour, series.beganHour) : null,
        )
      }),
    )
  })

  it('is projected only for an open budget with something left, and after now', () => {
    fc.assert(
      fc.property(anyCorrected, anyNow, (series, nowHour) => {
        const budget = periodBudget(series, shortPeriod, nowHour)
        const found = projections(series, shortPeriod, nowHour)
        if (!budget.isOpen || budget.state === 'exhausted') expect(found).toEqual([])
        for (const { exhaustedAtHour } of found) expect(exhaustedAtHour ?? Infinity).toBeGreaterThan(nowHour)
        if (budget.projectedExhaustionAtHour !== null) {
          expect(['at-risk', 'no-data', 'no-traffic']).toContain(budget.state)
          expect(budget.projectedExhaustionAtHour).toBeLessThan(endHour)
          expect(found.map(({ exhaustedAtHour }) => exhaustedAtHour)).toContain(
            budget.projectedExhaustionAtHour,
          )
        }
      }),
    )
  })
})

describe('what changes nothing', () => {
  it('the order in which buckets arrive, and that they arrive twice', () => {
    fc.assert(
      fc.property(anyCorrected, anyNow, fc.nat(), (series, nowHour, turn) => {
        const rows = rowsOf(series)
        const split = rows.length === 0 ? 0 : turn % rows.length
        const late = [...rows.slice(split), ...rows.slice(0, split).toReversed(), ...rows.slice(0, 20)]
        const again = { ...series, buckets: bucketsFromRows(late) }
        expect(periodBudget(again, shortPeriod, nowHour)).toEqual(periodBudget(series, shortPeriod, nowHour))
      }),
    )
  })

  it('a correction that was withdrawn, but that figures once were others', () => {
    fc.assert(
      fc.property(anyCorrected, anyCorrections, anyNow, (series, others, nowHour) => {
        const withdrawn = others.map((one): Correction => ({ ...one, withdrawnAt: '2026-11-18T03:00:00Z' }))
        const more = { ...series, corrections: [...series.corrections, ...withdrawn] }
        const { restatedAt: _with, ...corrected } = periodBudget(more, shortPeriod, nowHour)
        const { restatedAt: _without, ...uncorrected } = periodBudget(series, shortPeriod, nowHour)
        expect(corrected).toEqual(uncorrected)
      }),
    )
  })

  it('all counts times k: shares, state and exhaustion stay', () => {
    fc.assert(
      fc.property(
        anyRows,
        anyTargets,
        anyCorrections,
        anyNow,
        fc.integer({ min: 2, max: 1000 }),
        (rows, targets, corrections, nowHour, k) => {
          const base = { targets, corrections, beganHour: startHour - 168 }
          const scaled = rows.map((row) => ({ ...row, good: row.good * k, total: row.total * k }))
          const once = periodBudget(seriesOf(rows, base), shortPeriod, nowHour)
          const times = periodBudget(seriesOf(scaled, base), shortPeriod, nowHour)
          expect(times.bad).toBe(once.bad * k)
          expect(times.remaining === null).toBe(once.remaining === null)
          const difference = Math.abs((times.remaining ?? 0) - (once.remaining ?? 0))
          expect(difference).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(once.remaining ?? 0)))
          // Estimates of an open grant and shares of top-ups are rounded, so a figure on the very border may tip.
          if (isOnBorder(once)) return
          expect(times.state).toBe(once.state)
          expect(times.exhaustedAtHour).toBe(once.exhaustedAtHour)
        },
      ),
    )
  })
})

function isOnBorder({ remaining, isOpen, isCorrected, elapsedShare }: PeriodBudget): boolean {
  if (remaining === null || (!isOpen && !isCorrected)) return false
  return [0, 1 - elapsedShare].some((border) => Math.abs(remaining - border) < 1e-6)
}
