import { compareAbsentLast } from './compare-absent-last.ts'

/** The lists that features or reliability is decided by, in the order they are asked; the second question is asked twice. */
export const shortlistLists = [
  'most-broken',
  'soonest-out',
  'deepest',
  'fastest',
  'least-available',
  'slowest',
] as const
export type ShortlistList = (typeof shortlistLists)[number]

export type ShortlistQuestion = 1 | 2 | 3 | 4 | 5

export const questionOf: Readonly<Record<ShortlistList, ShortlistQuestion>> = {
  'most-broken': 1,
  'soonest-out': 2,
  deepest: 2,
  fastest: 3,
  'least-available': 4,
  slowest: 5,
}

/** The example of the book. */
export const PICKS = 3
export const MOST_PICKS = 10

/** One row of one list. */
export type Finding = Readonly<{
  list: ShortlistList
  service: string
  endpoint: string
  deployment: string
  /** Of its budget at the end of the last period; null where it has none. */
  remaining: number | null
}>

export type Shortlisted<Found extends Finding = Finding> = Readonly<{
  service: string
  endpoint: string
  /** One where deployments stand apart. */
  deployments: readonly string[]
  questions: readonly ShortlistQuestion[]
  /** What put it on the list, the lists in their order. */
  findings: readonly Found[]
}>

/** The first rows of a list that is in order, all that tie with the last of them, and the one that comes next. */
export function firstWithTies<Row>(
  ordered: readonly Row[],
  picks: number,
  figureOf: (row: Row) => number,
): Readonly<{ first: readonly Row[]; next: Row | null }> {
  const last = ordered[picks - 1]
  const ending = last === undefined ? -1 : ordered.findLastIndex((row) => figureOf(row) === figureOf(last))
  const count = last === undefined ? ordered.length : ending + 1
  return { first: ordered.slice(0, count), next: ordered[count] ?? null }
}

/**
 * Every endpoint that a list names, once: what most questions hit comes first, of equal ones the one that ended deepest
 * below zero. Endpoints in several deployments are one where they are merged.
 */
export function shortlist<Found extends Finding>(
  findings: readonly Found[],
  { isMerged }: Readonly<{ isMerged: boolean }>,
): readonly Shortlisted<Found>[] {
  const byKey = Map.groupBy(findings, (finding) => shortlistKey(finding, isMerged))
  return [...byKey.values()].map(shortlisted).toSorted(byNeed)
}

export function shortlistKey(
  { service, endpoint, deployment }: Pick<Finding, 'service' | 'endpoint' | 'deployment'>,
  isMerged: boolean,
): string {
  return [service, endpoint, ...(isMerged ? [] : [deployment])].join('\n')
}

function shortlisted<Found extends Finding>(found: readonly Found[]): Shortlisted<Found> {
  const findings = found.toSorted(
    (a, b) =>
      shortlistLists.indexOf(a.list) - shortlistLists.indexOf(b.list) ||
      compareAbsentLast(a.remaining, b.remaining) ||
      compareAbsentLast(a.deployment, b.deployment),
  )
  const [first] = findings
  return {
    service: first?.service ?? '',
    endpoint: first?.endpoint ?? '',
    deployments: [...new Set(findings.map(({ deployment }) => deployment))].toSorted(),
    questions: [...new Set(findings.map(({ list }) => questionOf[list]))],
    findings,
  }
}

/** Negative where the budget was overspent; null where nothing of it has one. */
function shortage({ findings }: Shortlisted): number | null {
  const known = findings.flatMap(({ remaining }) => (remaining === null ? [] : [remaining]))
  return known.length === 0 ? null : Math.min(...known)
}

function byNeed(a: Shortlisted, b: Shortlisted): number {
  return (
    b.questions.length - a.questions.length ||
    compareAbsentLast(shortage(a), shortage(b)) ||
    compareAbsentLast(a.service, b.service) ||
    compareAbsentLast(a.endpoint, b.endpoint) ||
    compareAbsentLast(a.deployments.join(), b.deployments.join())
  )
}

/** How many places the lists have, an endpoint counted once in each. */
export function placesOn(findings: readonly Finding[], isMerged: boolean): number {
  return new Set(findings.map((finding) => `${finding.list}\n${shortlistKey(finding, isMerged)}`)).size
}

export const leanings = ['features', 'both', 'reliability'] as const
export type Leaning = (typeof leanings)[number]

/** Where the list turns: its length lies between the picks of one list and those of all that were asked, in three equal parts. */
export function shortlistBounds(picks: number, listCount: number = shortlistLists.length) {
  const shortest = picks
  const longest = listCount * picks
  const third = (longest - shortest) / 3
  return {
    shortest,
    longest,
    featuresUpTo: Math.floor(shortest + third),
    reliabilityFrom: Math.ceil(shortest + 2 * third),
  }
}

export type ShortlistEvidence = Readonly<{
  length: number
  picks: number
  /** What the lists could have named: all that was measured. */
  candidates: number
  /** Those that had something to go by; one that names nothing since all went well is among them. */
  asked: readonly ShortlistList[]
}>

/** Whether budgets were asked about at all: what is slow or fails says little where nobody knows what was promised. */
export function hasBudgets(asked: readonly ShortlistList[]): boolean {
  return asked.some((list) => questionOf[list] <= 3)
}

/**
 * What the length says. Null where it can say nothing: no budget was measured, or so few endpoints are in view that the list
 * is long for them and yet could not grow long enough to lean to reliability, however badly they fared.
 */
export function leaningOf({ length, picks, candidates, asked }: ShortlistEvidence): Leaning | null {
  const { shortest, longest, reliabilityFrom } = shortlistBounds(picks, asked.length)
  if (candidates === 0 || !hasBudgets(asked)) return null
  const reachable = Math.min(longest, candidates)
  if (length === 0 || length <= shortest + (reachable - shortest) / 3) {
    return length > 0 && reachable <= shortest ? null : 'features'
  }
  if (candidates < reliabilityFrom) return null
  return length >= reliabilityFrom ? 'reliability' : 'both'
}

/** The most picks a question with which the list could lean to reliability; null where even one is too many. */
export function tellingPicks({ candidates, picks, asked }: Omit<ShortlistEvidence, 'length'>): number | null {
  if (!hasBudgets(asked)) return null
  for (let fewer = picks; fewer >= 1; fewer -= 1) {
    if (candidates >= shortlistBounds(fewer, asked.length).reliabilityFrom) return fewer
  }
  return null
}

/** Whether a split goes against what the data lean to: the larger half on the other side. */
export function isAgainst(leaning: Leaning | null, reliabilityShare: number): boolean {
  if (leaning === 'reliability') return reliabilityShare < 0.5
  return leaning === 'features' && reliabilityShare > 0.5
}
