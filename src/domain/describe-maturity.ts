import { MATURITY_MAX_POINTS, maturityPoints, spanInWords, compareMaturity } from './maturity.ts'
import type { MaturityScores } from './maturity.ts'
import { maturityAspects } from './maturity-model.ts'

export type Assessed = Readonly<{ date: string; scores: MaturityScores }>

/** "From 15 to 36 of 56 points in a year: 20 aspects moved up, 7 stayed, 1 slipped". */
export function describeMaturity(before: Assessed | null, now: Assessed | null): string {
  if (now === null) return 'Nobody has finished an assessment yet'
  const after = maturityPoints(now.scores)
  if (before === null) {
    return `${after.points} of ${MATURITY_MAX_POINTS} points; there is no earlier assessment to compare with${unansweredWords(after.unanswered)}`
  }
  const { progressing, stagnating, regressing, notCompared } = compareMaturity(before.scores, now.scores)
  const from = maturityPoints(before.scores).points
  return (
    `From ${from} to ${after.points} of ${MATURITY_MAX_POINTS} points in ${spanInWords(before.date, now.date)}: ` +
    `${aspects(progressing)} moved up, ${stagnating} stayed, ${regressing} slipped` +
    (notCompared === 0 ? '' : `, ${notCompared} cannot be compared`) +
    unansweredWords(after.unanswered)
  )
}

function aspects(count: number): string {
  return `${count} ${count === 1 ? 'aspect' : 'aspects'}`
}

function unansweredWords(count: number): string {
  return count === 0 ? '' : `; ${aspects(count)} unanswered`
}

type LookReason = 'slipped' | 'unchanged' | 'low'
export type LookNext = Readonly<{ aspect: string; reason: LookReason }>

/**
 * Where coaching may look next: first all that slipped, then what the assessor had something to say about, then what did not
 * move, the lowest first. What is advanced needs nobody. No order in which levels must be climbed.
 */
export function lookNext(
  before: MaturityScores,
  now: MaturityScores,
  hasComment: (aspect: string) => boolean,
  most: number,
): readonly LookNext[] {
  const { aspects: changes } = compareMaturity(before, now)
  return maturityAspects
    .flatMap(({ id }) => {
      const score = now[id] ?? null
      const change = changes[id] ?? null
      if (score === null || (score === 2 && change !== 'regressing')) return []
      const reason: LookReason =
        change === 'regressing' ? 'slipped' : change === 'stagnating' ? 'unchanged' : 'low'
      const rank = [reason === 'slipped' ? 0 : 1, hasComment(id) ? 0 : 1, reason === 'low' ? 1 : 0, score]
      return [{ aspect: id, reason, rank }]
    })
    .toSorted((a, b) => compareRanks(a.rank, b.rank))
    .slice(0, most)
    .map(({ aspect, reason }) => ({ aspect, reason }))
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index])
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}
