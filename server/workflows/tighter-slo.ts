import type { TighterCandidate, TighterSlo } from '../../src/contract/tighter-slo.ts'
import { adherence } from '../../src/domain/adherence.ts'
import type { Period } from '../../src/domain/period.ts'
import { periodBudget, type PeriodBudget } from '../../src/domain/period-budget.ts'
import { comparableRemaining } from '../../src/domain/silence.ts'
import { withTargetThroughout } from '../../src/domain/target-change.ts'
import { targetAt } from '../../src/domain/target.ts'
import {
  candidateTargets,
  isRepresentative,
  roomIn,
  roundedDown,
  tightestTarget,
} from '../../src/domain/tighter-slo.ts'
import { livesIn, loadSeries, targetTimeline, type Member } from '../budgets/series.ts'
import type { ApiContext } from '../context.ts'
import { portsThen } from '../known-then.ts'
import type { Moment } from '../moment.ts'
import { periodOnWire } from '../wire.ts'

/** How the series ended each period; null where it did not exist. */
export type Ends = readonly (PeriodBudget | null)[]

export async function endsOf(
  member: Member,
  periods: readonly Period[],
  { book }: Pick<ApiContext, 'book'>,
  moment: Moment,
): Promise<Ends> {
  const standings = await Promise.all(periods.map((period) => book.standings([member], period, moment)))
  return standings.map(([standing]) => standing?.budget ?? null)
}

export function remaindersOf(ends: Ends): readonly (number | null)[] {
  return ends.map((budget) => budget && comparableRemaining(budget))
}

export function endedOnWire(
  ends: Ends,
  periods: readonly Period[],
  { slo }: Member,
  { nowHour }: Moment,
): TighterSlo['periods'] {
  return periods.map((period, at) => {
    const budget = ends[at] ?? null
    const remaining = budget && comparableRemaining(budget)
    return {
      period: periodOnWire(period, nowHour),
      adherence: adherence({ isOpen: false, state: budget?.state ?? null }),
      target: targetAt(targetTimeline(slo), period.endHour - 1),
      remaining,
      isRepresentative: remaining === null ? null : isRepresentative(remaining),
      isCorrected: budget?.isCorrected ?? false,
      coverage: budget?.coverage ?? null,
    }
  })
}

/** The tightest target that most periods would have borne, as it can be said aloud. */
export function tightestOf(ends: Ends): number | null {
  const tightest = tightestTarget(
    ends.flatMap((budget) =>
      budget === null
        ? []
        : [{ remaining: comparableRemaining(budget), grant: budget.grant, total: budget.total }],
    ),
  )
  return tightest === null ? null : roundedDown(tightest)
}

/** How the same events would have ended under the next customary targets, the tightest one and the one that was chosen. */
export async function candidatesOf(
  member: Member,
  periods: readonly Period[],
  { tightest, chosen }: Readonly<{ tightest: number | null; chosen: number | null }>,
  { deps }: Pick<ApiContext, 'deps'>,
  moment: Moment,
): Promise<TighterCandidate[]> {
  const [first] = periods
  const last = periods.at(-1)
  const { target: promised } = member.slo
  if (first === undefined || last === undefined || promised === 1) return []
  const series = await loadSeries(portsThen(deps, moment.knownThen), member, first.startHour, last.endHour)
  const customary = candidateTargets(promised, null)
  const bound = tightest !== null && tightest > promised && tightest < 1 ? [tightest] : []
  const targets = [...new Set([...candidateTargets(promised, chosen), ...bound])].toSorted((a, b) => a - b)
  return targets.map((target) => {
    const under = withTargetThroughout(series, target)
    const ends = periods.map((period) =>
      livesIn(series, period) ? periodBudget(under, period, moment.nowHour) : null,
    )
    const remainders = remaindersOf(ends)
    const figures = remainders.filter((remaining) => remaining !== null)
    const countOf = (state: PeriodBudget['state']) => ends.filter((end) => end?.state === state).length
    return {
      target,
      from: [
        ...(customary.includes(target) ? ['customary' as const] : []),
        ...(target === chosen ? ['chosen' as const] : []),
        ...(target === tightest ? ['tightest' as const] : []),
      ],
      ends: [...remainders],
      ...roomIn(remainders),
      fulfilledCount: countOf('fulfilled'),
      brokenCount: countOf('broken'),
      lowest: figures.length === 0 ? null : Math.min(...figures),
    }
  })
}
