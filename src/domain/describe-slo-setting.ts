import type { Reach } from './composition.ts'
import { formatTarget } from './format.ts'
import { formatReliability } from './format-reliability.ts'
import { counted, nameList, sentences, someOf, withPercent } from './indicator-words.ts'
import { CONSISTENT_PERIODS } from './kept-overview.ts'
import type { KeptOverTime, LevelNote, ServiceLevelClass } from './service-level-class.ts'

/** "3 SLOs, all kept", "2 of 5 SLOs broken": how the SLOs or the SLAs of a dependency were kept over time. */
export function describeKept(
  { standing, count, brokenCount, silentCount }: KeptOverTime,
  noun: 'SLO' | 'SLA',
): string {
  const silent = silentCount === 0 ? '' : `; ${silentCount} of them without a verdict`
  const all = counted(count, noun)
  switch (standing) {
    case 'none':
      return `No ${noun}.`
    case 'no-data':
      return `${all}, without a verdict in the last ${CONSISTENT_PERIODS} closed periods.`
    case 'too-new':
      return `${all}, for fewer than ${CONSISTENT_PERIODS} closed periods.`
    case 'fulfilled':
      return `${all}, kept in each of the last ${CONSISTENT_PERIODS} periods${silent}.`
    case 'broken':
      return `${brokenCount === count ? `${all}, ${count === 1 ? 'broken' : 'all broken'}` : `${brokenCount} of ${all} broken`} in the last ${CONSISTENT_PERIODS} periods${silent}.`
  }
}

export const levelWords: Readonly<Record<ServiceLevelClass, string>> = {
  undefined: 'Undefined',
  low: 'Low',
  medium: 'Medium',
  high: 'High',
}

const noteWords: Readonly<Record<LevelNote, string>> = {
  'sla-broken-under-kept-slo':
    'The SLA was broken while the SLO was kept: check both targets, the SLA should be the looser.',
  'no-data': 'No data: what is defined has not been judged yet.',
}

export function describeLevel(level: ServiceLevelClass, note: LevelNote | null): string {
  const because = {
    undefined: 'Neither an SLO nor an SLA to rely on.',
    low: 'Defined, and broken: expect it to fail.',
    medium: 'SLAs defined and kept.',
    high: 'SLOs defined and kept.',
  }
  return sentences([because[level], note === null ? null : noteWords[note]])
}

export const levelRule =
  'The highest level found counts: high where every SLO was kept, medium where every SLA was, low where what is defined was ' +
  `broken, undefined where nothing is. Kept over time is kept in each of the last ${CONSISTENT_PERIODS} closed periods.`

export const compositionRule =
  'Dependencies that fail apart multiply, of those that fail together the weakest counts, and of those that stand in for each ' +
  'other any one is enough. Adaptive capacity keeps away half the failures of one in between, and all of a soft one. ' +
  'Taken to be independent of each other otherwise.'

type Setting = Readonly<{
  promised: number | null
  kept: number | null
  /** Those without a figure. */
  uncounted: readonly string[]
  /** The tightest customary target within reach of the service as it is; null where none is, or nothing is known. */
  initial: number | null
  /** The endpoint that kept least in its best period; null where none was measured. */
  leastBest: number | null
  classes: readonly ServiceLevelClass[]
}>

export function describeReach({ promised, kept, uncounted, leastBest, classes }: Setting): string {
  if (classes.length === 0)
    return 'The catalog names no dependency: nothing but the service itself limits it.'
  const missing = uncounted.length === 0 ? null : `Not counted, without a figure: ${nameList(uncounted)}.`
  if (promised === null && kept === null)
    return sentences(['No dependency has a figure for its availability.', missing])
  const isBetter = kept !== null && leastBest !== null && leastBest > kept
  return sentences([
    promised === null ? null : `By what the dependencies promise ${shown(promised)} at most.`,
    kept === null ? null : `By what they kept ${shown(kept)}.`,
    missing,
    isBetter
      ? 'Every endpoint has kept more than that: fewer failures come through than the answers above say.'
      : null,
  ])
}

export function describeInitial({ initial, kept, leastBest, classes }: Setting): string {
  const weak = classes.filter((level) => level === 'undefined' || level === 'low').length
  const advice =
    weak === 0
      ? null
      : `${someOf(weak, classes.length, 'dependency').replace('dependencys', 'dependencies')} ${weak === 1 ? 'is' : 'are'} low or undefined: talk to the owners, or put adaptive capacity in place first.`
  if (initial === null)
    return sentences([
      'Nothing is known that a first target could lean on: measure first, for one or two weeks.',
      advice,
    ])
  const limits = [
    kept === null ? null : 'than what the dependencies left possible',
    leastBest === null ? null : 'than the best of its weakest endpoint',
  ].filter((limit) => limit !== null)
  const why = `no tighter ${limits.join(', nor ')}`
  return sentences([`The data lean to ${withPercent(formatTarget(initial))} to begin with: ${why}.`, advice])
}

export const initialRule =
  'The tightest customary target that the dependencies left possible by what they kept, or promise where nothing was ' +
  'measured, and that the weakest endpoint kept in its best closed period.'

type Wish = Readonly<{
  target: number
  reach: Reach
  partCount: number
  perPart: number
  /** Dependencies that promise less than every part would have to keep. */
  short: readonly string[]
  /** Endpoints that never kept it. */
  neverKept: readonly string[]
}>

export function describeWish({ target, reach, partCount, perPart, short, neverKept }: Wish): string {
  const wish = withPercent(formatTarget(target))
  const words: Readonly<Record<Reach, string>> = {
    unlimited: `No dependency with a figure limits ${wish}.`,
    promised: `${wish} is within what these dependencies promise.`,
    kept: `${wish} is within what these dependencies kept, and more than they promise: nothing holds them to it.`,
    beyond: `${wish} is mathematically out of reach of these dependencies as they are.`,
  }
  return sentences([
    words[reach],
    partCount === 1
      ? 'The service alone would have to keep it.'
      : `Each of ${partCount} parts, the service among them, would have to keep ${shown(perPart)}.`,
    short.length === 0 ? null : `Less is promised by ${nameList(short)}.`,
    neverKept.length === 0 ? null : `Never kept so far by ${nameList(neverKept)}.`,
  ])
}

function shown(share: number): string {
  return withPercent(formatReliability(share))
}
