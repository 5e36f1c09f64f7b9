import type { BurnRateReadingOnWire } from '../src/contract/budget-history.ts'
import type { PeriodBudgetOnWire } from '../src/contract/budget.ts'
import type { PeriodOnWire } from '../src/contract/catalog.ts'
import type { BurnRateReading } from '../src/domain/burn-rate.ts'
import { isoFromHour, type Hour } from '../src/domain/hours.ts'
import type { Period } from '../src/domain/period.ts'
import type { PeriodBudget } from '../src/domain/period-budget.ts'
import type { Standing } from './budgets/period-figures.ts'
import { instantOf } from './instant.ts'

const MINUTE_MS = 60_000

/** 9999-12-31T23:59:59Z, the last instant RFC 3339 can name. */
const LAST_SECOND = 253_402_300_799

export function isoOrNull(hour: Hour | null): string | null {
  return hour === null ? null : isoFromHour(hour)
}

/** A projected instant lies between hours; one beyond the calendar is no exhaustion in sight. */
export function instantOrNull(hour: number | null): string | null {
  if (hour === null) return null
  const second = Math.round(hour * 3600)
  return second > LAST_SECOND ? null : new Date(second * 1000).toISOString()
}

export function periodOnWire({ id, name, startHour, endHour }: Period, nowHour: Hour): PeriodOnWire {
  return { id, name, start: isoFromHour(startHour), end: isoFromHour(endHour), isOpen: nowHour < endHour }
}

/** In one order, whether it was worked out now or summed up before. */
export function burningOnWire({ burning }: Pick<Standing, 'burning'>): Standing['burning'] {
  if (burning === null) return null
  const { rate, longHours, severity } = burning
  return { rate, longHours, severity }
}

export function periodBudgetOnWire(budget: PeriodBudget, nowHour: Hour): PeriodBudgetOnWire {
  const { grant, good, bad, total, state, remaining, rawRemaining, isCorrected, isPremature } = budget
  const { timeToExhaustionHours, elapsedHours, missingHours, coverage, elapsedShare, restatedAt } = budget
  return {
    period: periodOnWire(budget.period, nowHour),
    state,
    grant,
    good,
    bad,
    total,
    remaining,
    rawRemaining,
    isCorrected,
    ...(restatedAt !== null && { restatedAt }),
    exhaustedAt: isoOrNull(budget.exhaustedAtHour),
    timeToExhaustionHours,
    isPremature,
    elapsedHours,
    missingHours,
    coverage,
    elapsedShare,
    projectedExhaustionAt: instantOrNull(budget.projectedExhaustionAtHour),
  }
}

export function readingOnWire({
  rule,
  threshold,
  rate,
  holds,
  isCoarse,
  shortMinutes,
  upToMinute,
}: BurnRateReading): BurnRateReadingOnWire {
  return {
    ruleId: rule.id,
    severity: rule.severity,
    longHours: rule.longHours,
    threshold,
    rate,
    holds,
    isCoarse,
    shortMinutes,
    upTo: instantOf(upToMinute * MINUTE_MS),
  }
}
