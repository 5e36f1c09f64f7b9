import type {
  FeaturesOrReliability,
  ShortlistedOnWire,
  ShortlistListOnWire,
} from '../../src/contract/features-or-reliability.ts'
import {
  describeEmptyList,
  describeLeaning,
  describeShortlist,
  describeShortlistRule,
} from '../../src/domain/describe-shortlist.ts'
import { endpointWords } from '../../src/domain/endpoint-words.ts'
import {
  firstWithTies,
  leaningOf,
  placesOn,
  questionOf,
  shortlist,
  shortlistBounds,
  shortlistKey,
  shortlistLists,
  tellingPicks,
  type Finding,
  type Shortlisted,
  type ShortlistList,
} from '../../src/domain/shortlist.ts'
import type { ListedFinding, RankedLists } from './shortlist-lists.ts'

type Picking = Readonly<{
  picks: number
  isMerged: boolean
  /** Rows that a person left out or added, each by its list and its id. What no list has any more is passed over. */
  leftOut: ReadonlySet<string>
  added: ReadonlySet<string>
  /** "P11", and "P1–P11"; null before any period has closed. */
  spans: Readonly<{ last: string; all: string }> | null
}>

type Picked = Finding & Readonly<{ row: ListedFinding }>
type CutList = Readonly<{ list: ShortlistList; first: readonly ListedFinding[]; next: ListedFinding | null }>

/** The lists cut to their first rows, what of them is picked, and what the union says. */
export function pickedShortlist(
  lists: RankedLists,
  picking: Picking,
): Pick<FeaturesOrReliability, 'lists' | 'shortlist' | 'outcome'> {
  const { picks, isMerged, leftOut, added } = picking
  const cut = shortlistLists.map((list): CutList => ({
    list,
    ...firstWithTies(lists.ranked[list].rows, picks, ({ figure }) => figure),
  }))
  const isAdded = (list: ShortlistList, { id }: ListedFinding) => added.has(placeName(list, id))
  const isLeftOut = (list: ShortlistList, { id }: ListedFinding) => leftOut.has(placeName(list, id))
  const own = cut.flatMap(({ list, first }) => first.map((row) => findingOf(list, row)))
  const picked = cut.flatMap(({ list, first, next }) => [
    ...first.filter((row) => !isLeftOut(list, row)).map((row) => findingOf(list, row)),
    ...(next !== null && isAdded(list, next) ? [findingOf(list, next)] : []),
  ])
  const empty = new Map(
    cut.flatMap(({ list, first }) =>
      first.length > 0 ? [] : [[list, whyEmpty(list, lists, picking.spans)] as const],
    ),
  )
  const asked = shortlistLists.filter((list) => empty.get(list)?.isGood ?? true)
  const union = shortlist(picked, { isMerged })
  const candidates = new Set(lists.measured.map((place) => shortlistKey(place, isMerged))).size
  const ownLength = shortlist(own, { isMerged }).length
  const evidence = { length: ownLength, picks, candidates, asked }
  const leansTo = leaningOf(evidence)
  const shape = { ...evidence, length: union.length, places: placesOn(picked, isMerged) }
  const { shortest, longest } = shortlistBounds(picks, asked.length)
  return {
    lists: cut.map(({ list, first, next }): ShortlistListOnWire => {
      const shown = next ?? (list === 'deepest' && first.length === 0 ? lists.closest : null)
      return {
        list,
        question: questionOf[list],
        rows: first.map((row) => ({ ...row, isPicked: !isLeftOut(list, row) })),
        next: shown && { ...shown, isPicked: next !== null && isAdded(list, shown) },
        rankedCount: lists.ranked[list].count,
        empty: empty.get(list) ?? null,
      }
    }),
    shortlist: union.map(shortlistedOnWire),
    outcome: {
      length: union.length,
      says: describeShortlist({ ...shape, services: union.map(({ service }) => service) }),
      ownLength,
      leftOutCount: own.filter(({ list, row }) => isLeftOut(list, row)).length,
      addedCount: cut.filter(({ list, next }) => next !== null && isAdded(list, next)).length,
      shortest,
      longest,
      candidates,
      leansTo,
      leaning: describeLeaning(picking.spans && evidence),
      rule: describeShortlistRule(evidence),
      tellingPicks: leansTo === null ? tellingPicks(evidence) : null,
    },
  }
}

function placeName(list: ShortlistList, id: string): string {
  return `${list}_${id}`
}

function findingOf(list: ShortlistList, row: ListedFinding): Picked {
  const { service, endpoint, deployment, remaining } = row
  return { list, service, endpoint: endpointWords(endpoint), deployment, remaining, row }
}

function whyEmpty(list: ShortlistList, { states, endpoints }: RankedLists, spans: Picking['spans']) {
  const isEver = list === 'most-broken'
  return describeEmptyList({
    list,
    states: isEver ? states.ever : states.last,
    endpoints,
    span: spans && (isEver ? spans.all : spans.last),
  })
}

function shortlistedOnWire({
  service,
  deployments,
  questions,
  findings,
}: Shortlisted<Picked>): ShortlistedOnWire {
  const [first] = findings
  if (first === undefined) throw new Error('Nothing is on the shortlist that no list names')
  const budget = findings.find(({ row }) => row.slo !== null)?.row
  return {
    service,
    team: first.row.team,
    endpoint: first.row.endpoint,
    deployments: [...deployments],
    questions: [...questions],
    places: findings.map(({ list, row }) => ({ list, id: row.id })),
    slo: budget?.slo ? { slug: budget.slo.slug, sli: budget.slo.sli, deployment: budget.deployment } : null,
  }
}
