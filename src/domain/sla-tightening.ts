import type { Adherence } from './adherence.ts'
import { median } from './median.ts'
import type { TrendDirection } from './trend.ts'

/** More than this left of what may fail is significant: room to promise more. */
export const SIGNIFICANT_REST = 0.25

export const tighteningAnswers = ['positive', 'negative', 'unclear'] as const
/** Unclear: the data say neither yes nor no, or there are none. */
type TighteningAnswer = (typeof tighteningAnswers)[number]

export type TeamEvidence = Readonly<{
  /** Of the time to recovery; null with fewer than three incidents. */
  trend: TrendDirection | null
  /** Downward, and the last third shorter than the first. */
  isFirmlyDeclining: boolean
  /** Closed periods of the window, oldest first: kept where every SLA of the team was. */
  adherence: readonly Adherence[]
  /** What the SLA with the least had left at the end of each closed period; null where nothing was measured. */
  remaining: readonly (number | null)[]
}>

export type TeamTightening = Readonly<{
  recovery: TighteningAnswer
  /** Null where the step before was not positive: it is not asked then. */
  kept: TighteningAnswer | null
  left: TighteningAnswer | null
  /** Null where all three are positive. */
  stoppedAtStep: 1 | 2 | 3 | null
  keptCount: number
  verdictCount: number
  leastLeft: number | null
  medianLeft: number | null
}>

export function teamTightening(evidence: TeamEvidence): TeamTightening {
  const verdicts = evidence.adherence.filter((one) => one === 'fulfilled' || one === 'broken')
  const keptCount = verdicts.filter((one) => one === 'fulfilled').length
  const measured = evidence.remaining.filter((one) => one !== null)
  const recovery = recoveryAnswer(evidence)
  const kept = recovery === 'positive' ? keptAnswer(keptCount, verdicts.length) : null
  const left = kept === 'positive' ? leftAnswer(measured) : null
  return {
    recovery,
    kept,
    left,
    stoppedAtStep: recovery !== 'positive' ? 1 : kept !== 'positive' ? 2 : left !== 'positive' ? 3 : null,
    keptCount,
    verdictCount: verdicts.length,
    leastLeft: measured.length === 0 ? null : Math.min(...measured),
    medianLeft: median(measured),
  }
}

/** A tighter SLA means more incidents, and they have to be over sooner, not later. */
function recoveryAnswer({ trend, isFirmlyDeclining }: TeamEvidence): TighteningAnswer {
  if (trend === 'upward') return 'negative'
  return trend === 'downward' && isFirmlyDeclining ? 'positive' : 'unclear'
}

/** Most: more than half. */
function keptAnswer(kept: number, verdicts: number): TighteningAnswer {
  if (verdicts === 0) return 'unclear'
  return kept * 2 > verdicts ? 'positive' : 'negative'
}

function leftAnswer(measured: readonly number[]): TighteningAnswer {
  if (measured.length === 0) return 'unclear'
  return measured.every((left) => left > SIGNIFICANT_REST) ? 'positive' : 'negative'
}

export const tighteningLeanings = ['supports', 'unclear', 'against'] as const
export type TighteningLeaning = (typeof tighteningLeanings)[number]

/** One team that cannot hold it is enough; of no team nothing follows. */
export function tighteningLeaning(teams: readonly TeamTightening[]): TighteningLeaning {
  const answers = teams.flatMap(({ recovery, kept, left }) => [recovery, kept, left])
  if (answers.includes('negative')) return 'against'
  return teams.length > 0 && teams.every(({ stoppedAtStep }) => stoppedAtStep === null)
    ? 'supports'
    : 'unclear'
}

export const penaltyAdvices = ['minimal', 'larger'] as const
export type PenaltyAdvice = (typeof penaltyAdvices)[number]

/** Minimal where recovery gets slower anywhere; larger where it gets faster everywhere; else nothing follows. */
export function penaltyAdvice(teams: readonly Pick<TeamTightening, 'recovery'>[]): PenaltyAdvice | null {
  if (teams.some(({ recovery }) => recovery === 'negative')) return 'minimal'
  return teams.length > 0 && teams.every(({ recovery }) => recovery === 'positive') ? 'larger' : null
}

/** A period was defended where every SLA was kept in it; one that says nothing leaves it to the others. */
export function defendedTogether(cells: readonly Adherence[]): Adherence {
  for (const word of ['broken', 'open', 'fulfilled', 'no-traffic', 'no-data'] as const)
    if (cells.includes(word)) return word
  return 'absent'
}
