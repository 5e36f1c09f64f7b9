import { formatDuration } from './format.ts'
import type { DurationTrend } from './incident-trend.ts'
import { counted, nameList, percent, sentences } from './indicator-words.ts'
import {
  SIGNIFICANT_REST,
  type PenaltyAdvice,
  type TeamTightening,
  type TighteningLeaning,
} from './sla-tightening.ts'
import { lineDirection } from './trend-words.ts'

const NOT_ASKED = 'Not asked: the step before was not positive.'

/** Step 1 of one team. */
export function describeRecoveryStep({
  points,
  meanMinutes,
  line,
}: Pick<DurationTrend, 'points' | 'meanMinutes' | 'line'>): string {
  if (points.length === 0) return 'No resolved incident is in view, so there is no trend.'
  const took = `${counted(points.length, 'incident')}, ${formatDuration((meanMinutes ?? 0) / 60)} to recover on average`
  if (line === null) return `${took}; fewer than three make no trend.`
  const trend = `${took}; the trend is ${lineDirection(line)}`
  if (line.direction === 'upward') return `${trend}: a tighter SLA would mean more incidents and steepen it.`
  return line.direction === 'downward' && !line.isFirmlyDeclining
    ? `${trend}, but the last third took no less time than the first: not firm.`
    : `${trend}.`
}

/** Step 2 of one team. */
export function describeKeptStep({ kept, keptCount, verdictCount }: TeamTightening): string {
  if (kept === null) return NOT_ASKED
  if (kept === 'unclear') return 'No closed period in view has a verdict.'
  const often = `Every SLA was kept in ${keptCount} of ${counted(verdictCount, 'period')}`
  return kept === 'positive' ? `${often}: most.` : `${often}: not more than half.`
}

/** Step 3 of one team. */
export function describeLeftStep({ left, leastLeft, medianLeft }: TeamTightening): string {
  if (left === null) return NOT_ASKED
  if (leastLeft === null || medianLeft === null) return 'Nothing was measured in the closed periods in view.'
  const rest = `${percent(leastLeft)} was left at least, ${percent(medianLeft)} in the median period`
  return left === 'positive'
    ? `${rest}: more than ${percent(SIGNIFICANT_REST)} in every one.`
    : `${rest}: not more than ${percent(SIGNIFICANT_REST)} in every one.`
}

type NamedTeam = Readonly<{ name: string; tightening: TeamTightening }>

export function describeTightening(leaning: TighteningLeaning, teams: readonly NamedTeam[]): string {
  if (teams.length === 0) return 'No team in view carries a contractual SLA, so there is nothing to lean on.'
  if (leaning === 'supports')
    return `The data support a tighter SLA: all three steps are positive for ${teams.length === 1 ? 'the team' : 'every team'}.`
  const negative = teams.filter(({ tightening: { recovery, kept, left } }) =>
    [recovery, kept, left].includes('negative'),
  )
  const unclear = teams.filter((team) => !negative.includes(team) && team.tightening.stoppedAtStep !== null)
  return sentences([
    leaning === 'against'
      ? 'The data do not support a tighter SLA.'
      : 'The data give no clear support to a tighter SLA.',
    negative.length === 0 ? null : `Against it: ${nameList(negative.map(withStep))}.`,
    unclear.length === 0 ? null : `Without an answer: ${nameList(unclear.map(withStep))}.`,
  ])
}

function withStep({ name, tightening }: NamedTeam): string {
  return `${name} in step ${tightening.stoppedAtStep}`
}

export const tighteningRule =
  'Supported where, for every team, the trend of recovery is firmly downward, every SLA was kept in most closed periods, and more than ' +
  `${percent(SIGNIFICANT_REST)} of what may fail was left in each. A step is asked only where the one before was positive.`

export function describePenalties(advice: PenaltyAdvice | null): string {
  if (advice === 'minimal') return 'The trend of recovery is upward: agree to minimal penalties only.'
  if (advice === 'larger')
    return 'The trend of recovery is firmly downward: somewhat larger penalties can be borne, and can buy other terms, such as a higher price.'
  return 'The trend of recovery is neither upward nor firmly downward everywhere: it speaks for no other penalties than those agreed.'
}
