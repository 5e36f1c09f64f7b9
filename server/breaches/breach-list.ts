import {
  breachCauseNames,
  breachReviewStates,
  breachRules,
  type BreachCauseName,
  type BreachGrouping,
  type BreachReviewState,
  type BreachRuleName,
} from '../../src/contract/names.ts'
import {
  type BreachCounts,
  type BreachSortColumn,
  type SloBreachList,
} from '../../src/contract/slo-breaches.ts'
import { breachCauses, breachImpacts } from '../../src/domain/breach-review.ts'
import { describeBreaches } from '../../src/domain/describe-breaches.ts'
import { endpointWords } from '../../src/domain/endpoint-words.ts'
import type { Hour } from '../../src/domain/hours.ts'
import { keyIn, rowOrder, type RowOrder, type SortKey } from '../row-order.ts'
import type { BreachEntry } from './breach-entries.ts'

/** The newest first. */
export const BREACH_SORT = '-began'

type Choices = Readonly<{
  rule?: string | undefined
  cause?: string | undefined
  alert?: 'alerted' | 'snoozed' | undefined
  review?: BreachReviewState | undefined
  impact?: string | undefined
  open?: 'only' | undefined
}>

function causeOf({ review }: BreachEntry): BreachCauseName {
  return review?.cause ?? 'not-reviewed'
}

const reviewStateOf = ({ review }: BreachEntry) => (review === null ? 'not-reviewed' : 'reviewed')

function rulesOf({ breach: { ruleIds }, reports }: BreachEntry): readonly BreachRuleName[] {
  const own = breachRules.filter((rule) => ruleIds.includes(rule))
  return reports.length > 0 ? [...own, 'reported'] : own
}

const alertOf = ({ breach }: BreachEntry) => (breach.alertCount > 0 ? 'alerted' : 'snoozed')

type Choice = keyof SloBreachList['choices']

/** The choices that say something of a breach itself, not of whose it is: what each breach is by them. */
const namesByChoice: Readonly<Record<Choice, (entry: BreachEntry) => readonly string[]>> = {
  rule: rulesOf,
  cause: (entry) => [causeOf(entry)],
  alert: (entry) => [alertOf(entry)],
  review: (entry) => [reviewStateOf(entry)],
  impact: ({ review }) => (review === null ? [] : [review.impact]),
}

const offered: Readonly<Record<Choice, readonly string[]>> = {
  rule: breachRules,
  cause: breachCauseNames,
  alert: ['alerted', 'snoozed'],
  review: breachReviewStates,
  impact: breachImpacts,
}

const choiceNames = ['rule', 'cause', 'alert', 'review', 'impact'] as const satisfies readonly Choice[]

export function isBreachChosen(choices: Choices): (entry: BreachEntry) => boolean {
  const tests = choiceNames.flatMap((name) => {
    const chosen = choices[name]?.split(',')
    if (chosen === undefined) return []
    return [(entry: BreachEntry) => namesByChoice[name](entry).some((one) => chosen.includes(one))]
  })
  const { open } = choices
  return (entry) =>
    (open === undefined || entry.breach.endHour === null) && tests.every((isKept) => isKept(entry))
}

/** For every choice how many it would show, with the others as they are. */
export function choiceCounts(entries: readonly BreachEntry[], choices: Choices): SloBreachList['choices'] {
  const countsOfChoice = (name: Choice) => {
    const names = entries
      .filter(isBreachChosen({ ...choices, [name]: undefined }))
      .flatMap((entry) => namesByChoice[name](entry))
    return offered[name].map((slug) => ({ slug, count: names.filter((one) => one === slug).length }))
  }
  return {
    rule: countsOfChoice('rule'),
    cause: countsOfChoice('cause'),
    alert: countsOfChoice('alert'),
    review: countsOfChoice('review'),
    impact: countsOfChoice('impact'),
  }
}

export function countsOf(entries: readonly BreachEntry[]): BreachCounts {
  const ids = (of: (entry: BreachEntry) => readonly string[]) => new Set(entries.flatMap(of)).size
  return {
    breaches: entries.length,
    open: entries.filter(({ breach }) => breach.endHour === null).length,
    alerts: entries.reduce((sum, { breach }) => sum + breach.alertCount, 0),
    snoozed: entries.filter(({ breach }) => breach.alertCount === 0).length,
    incidents: ids(({ incidents }) => incidents.map(({ id }) => id)),
    reviewed: entries.filter(({ review }) => review !== null).length,
    series: ids(({ series }) => [series.id]),
    taken: entries.reduce((sum, { breach }) => sum + (breach.depletion ?? 0), 0),
  }
}

export function answerOf(entries: readonly BreachEntry[], counts: BreachCounts): string {
  const [largest] = entries.toSorted((a, b) => (b.breach.depletion ?? 0) - (a.breach.depletion ?? 0))
  const depletion = largest?.breach.depletion ?? null
  if (largest === undefined || depletion === null || depletion <= 0) return describeBreaches(counts, null)
  const { slo, deployment } = largest.series.member
  return describeBreaches(counts, {
    name: `${endpointWords(slo.endpoint)} of ${slo.service} in ${deployment}`,
    depletion,
    isEstimate: largest.breach.isEstimate,
  })
}

const causeNames: Readonly<Record<BreachCauseName, string>> = {
  'own-bug': 'Own bug, no downtime',
  'own-unplanned-downtime': 'Own unplanned downtime',
  'own-planned-downtime': 'Own planned downtime',
  'internal-dependency': 'Internal dependency',
  'third-party': 'Third party',
  'not-reviewed': 'Not reviewed',
}

/** What nobody has looked at stands last. Sums of what each took of its own budget; percentages of different SLOs have no mean. */
export function groupsOf(
  entries: readonly BreachEntry[],
  grouping: BreachGrouping | undefined,
): SloBreachList['groups'] {
  if (grouping === undefined) return []
  const groups = Map.groupBy(entries, groupKeyOf(grouping))
  return [...groups]
    .map(([key, own]) => ({ key, name: nameOfGroup(grouping, key), ...countsOf(own) }))
    .toSorted(
      (a, b) =>
        Number(a.key === 'not-reviewed') - Number(b.key === 'not-reviewed') ||
        b.taken - a.taken ||
        (a.key < b.key ? -1 : 1),
    )
}

function groupKeyOf(grouping: BreachGrouping) {
  return (entry: BreachEntry): string =>
    grouping === 'cause' ? causeOf(entry) : entry.series.member.deployment
}

function nameOfGroup(grouping: BreachGrouping, key: string): string {
  const cause = breachCauseNames.find((name) => name === key)
  return grouping === 'cause' && cause !== undefined ? causeNames[cause] : key
}

type Sorting = Readonly<{ nowHour: Hour; grouping: BreachGrouping | undefined }>

const GROUP_COLUMN = 'group'

/** Groups follow one another as they are listed; inside each the asked order. */
export function breachOrder(
  sort: string,
  groups: SloBreachList['groups'],
  { nowHour, grouping }: Sorting,
): RowOrder<BreachEntry> {
  const keys: Readonly<Record<BreachSortColumn, (entry: BreachEntry) => SortKey>> = {
    began: ({ breach }) => breach.startHour,
    service: ({ series }) => series.member.slo.service,
    team: ({ series }) => series.teamName,
    slo: ({ series }) => series.member.slo.slug,
    sli: ({ series }) => series.sliName,
    deployment: ({ series }) => series.member.deployment,
    lasted: ({ breach }) => (breach.endHour ?? nowHour) - breach.startHour,
    'how-far': ({ breach }) => breach.peakRate,
    taken: ({ breach }) => breach.depletion,
    alert: ({ breach }) => breach.alertedAtHour,
    cause: ({ review }) => (review === null ? null : breachCauses.indexOf(review.cause)),
  }
  const idOf = ({ id }: BreachEntry) => id
  if (grouping === undefined) return rowOrder(sort, keyIn(keys), idOf)
  const ranks = new Map(groups.map(({ key }, rank) => [key, rank]))
  const keyOf = groupKeyOf(grouping)
  const grouped = { ...keys, [GROUP_COLUMN]: (entry: BreachEntry) => ranks.get(keyOf(entry)) ?? null }
  return rowOrder(`${GROUP_COLUMN},${sort}`, keyIn(grouped), idOf)
}
