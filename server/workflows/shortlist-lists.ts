import type { FindingOnWire } from '../../src/contract/features-or-reliability.ts'
import type { EndpointCounts } from '../../src/domain/describe-shortlist.ts'
import { availability, averageLatencyMs, isLowTraffic } from '../../src/domain/endpoint-figures.ts'
import { endpointWords } from '../../src/domain/endpoint-words.ts'
import type { Period } from '../../src/domain/period.ts'
import { firstWithTies, MOST_PICKS, shortlistLists, type ShortlistList } from '../../src/domain/shortlist.ts'
import { comparableRemaining, heard, type Told } from '../../src/domain/silence.ts'
import { slugFrom } from '../../src/domain/slug.ts'
import type { BudgetEntry } from '../budgets/budget-index.ts'
import { placeOf, type ListedSeries } from '../budgets/listed-series.ts'
import type { ApiContext } from '../context.ts'
import { ADHERENCE_SORT, adherenceEntries, adherenceOrder } from '../indicators/adherence-table.ts'
import { depletionEntries, depletionOrder, withSpeeds } from '../indicators/depletion-table.ts'
import {
  ENDPOINT_SORT,
  endpointEntries,
  endpointOrder,
  type EndpointEntry,
} from '../indicators/endpoint-table.ts'
import { chosenByFacets } from '../indicators/facets.ts'
import { seriesOverPeriods } from '../indicators/period-entries.ts'
import { mapConcurrently, nextTurn } from '../map-concurrently.ts'
import type { Moment } from '../moment.ts'
import { inOrder } from '../row-order.ts'

export type ListedFinding = Omit<FindingOnWire, 'isPicked'>

/** As much of a list as the most picks can name, with its ties and the one that comes next. */
type RankedList = Readonly<{ rows: readonly ListedFinding[]; count: number }>

export type RankedLists = Readonly<{
  /** Each in the order of its indicator's page. */
  ranked: Readonly<Record<ShortlistList, RankedList>>
  /** What of the last period came closest to running out, where nothing did. */
  closest: ListedFinding | null
  /** Of the budgets in view: in all periods, and in the last. */
  states: Readonly<{ ever: readonly Told[]; last: readonly Told[] }>
  endpoints: EndpointCounts
  /** All that was measured in the last period, once in each deployment. */
  measured: readonly Readonly<{ service: string; endpoint: string; deployment: string }>[]
}>

type Choice = Readonly<{ team?: string | undefined; deployment?: string | undefined }>
type Source = Pick<ApiContext, 'deps' | 'index' | 'book' | 'budgetIndexes'> & Readonly<{ moment: Moment }>

const BY_NAME = 'service,sli,slo,deployment'
const depletionSorts = {
  'soonest-out': `exhaustion,remaining,${BY_NAME}`,
  deepest: `remaining,exhaustion,${BY_NAME}`,
  fastest: `-highest-speed,remaining,${BY_NAME}`,
} as const

/** The rows of the indicators' own pages, from the same figures: the first question over all periods, the others over the last. */
export async function rankedLists(
  { deps, index, book, budgetIndexes, moment }: Source,
  chosen: Choice,
  periods: readonly Period[],
): Promise<RankedLists> {
  const isChosen = chosenByFacets(chosen, index)
  const over = await seriesOverPeriods({ budgetIndexes, index, moment }, periods, (series) =>
    isChosen(placeOf(series)),
  )
  await nextTurn()
  const inLast = over.flatMap(({ entries }) => entries.at(-1) ?? [])
  const budgets = depletionEntries(inLast.map((entry) => ({ series: entry.series, entries: [entry] })))
  const premature = budgets.filter(({ standing }) => standing.budget.isPremature)
  const spent = await withSpeeds(budgets, book, moment)
  const endpoints = (await endpointEntries(deps.records, periods.slice(-1), index)).filter(isChosen)
  const asked = endpoints.filter(({ figures }) => figures.requests > 0)
  const remainingOf = lowestRemaining(inLast)

  const byDepletion = (list: keyof typeof depletionSorts, rows: typeof budgets) =>
    inOrder(rows, depletionOrder(depletionSorts[list]))
  const endpointList = (
    rows: typeof endpoints,
    sort: string,
    figureOf: (figures: EndpointEntry['figures']) => number | null,
  ) =>
    firstRows(
      inOrder(rows, endpointOrder(sort)),
      ({ figures }) => figureOf(figures),
      (entry, figure) => endpointFinding(entry, figure, remainingOf(entry)),
    )
  const rank: Readonly<Record<ShortlistList, () => RankedList>> = {
    'most-broken': () =>
      firstRows(
        inOrder(adherenceEntries(over, periods, moment), adherenceOrder(ADHERENCE_SORT, periods)),
        ({ summary }) => (summary.brokenCount === 0 ? null : summary.brokenCount),
        ({ over: { series, entries }, summary }, figure) =>
          budgetFinding(series, entries.at(-1) ?? null, {
            figure,
            of: summary.brokenCount + summary.fulfilledCount,
          }),
      ),
    'soonest-out': () =>
      firstRows(
        byDepletion('soonest-out', premature),
        ({ standing }) => standing.budget.timeToExhaustionHours,
        ofBudget,
      ),
    deepest: () => firstRows(byDepletion('deepest', premature), remainingOfBudget, ofBudget),
    fastest: () =>
      firstRows(byDepletion('fastest', spent), ({ speeds }) => speeds?.highest ?? null, ofBudget),
    // Of those that nothing failed on none is less available than the other.
    'least-available': () =>
      endpointList(
        endpoints.filter(({ figures }) => figures.failures > 0),
        ENDPOINT_SORT.availability,
        availability,
      ),
    slowest: () => endpointList(endpoints, ENDPOINT_SORT.latency, averageLatencyMs),
  }
  // Of a large organization each takes long enough that others should be heard in between.
  const lists = await mapConcurrently(
    shortlistLists,
    1,
    async (list): Promise<[ShortlistList, RankedList]> => [list, rank[list]()],
  )
  await nextTurn()
  return {
    ranked: { ...nothingRanked.ranked, ...Object.fromEntries(lists) },
    closest: closestOf(budgets),
    states: {
      ever: over.flatMap(({ entries }) => entries.flatMap((entry) => (entry === null ? [] : [told(entry)]))),
      last: inLast.map(told),
    },
    endpoints: { inView: endpoints.length, asked: asked.length },
    measured: [
      ...inLast.filter((entry) => isMeasured(told(entry))).map(placeOfBudget),
      ...asked.map(placeOfEndpoint),
    ],
  }
}

const none: RankedList = { rows: [], count: 0 }

/** Before any period has closed. */
export const nothingRanked: RankedLists = {
  ranked: {
    'most-broken': none,
    'soonest-out': none,
    deepest: none,
    fastest: none,
    'least-available': none,
    slowest: none,
  },
  closest: null,
  states: { ever: [], last: [] },
  endpoints: { inView: 0, asked: 0 },
  measured: [],
}

/** What has no figure has no rank. */
function firstRows<Row>(
  ordered: readonly Row[],
  figureOf: (row: Row) => number | null,
  findingOf: (row: Row, figure: number) => ListedFinding,
): RankedList {
  const ranked = ordered.flatMap((row) => {
    const figure = figureOf(row)
    return figure === null ? [] : [{ row, figure }]
  })
  const { first, next } = firstWithTies(ranked, MOST_PICKS, ({ figure }) => figure)
  const kept = next === null ? first : [...first, next]
  return { rows: kept.map(({ row, figure }) => findingOf(row, figure)), count: ranked.length }
}

/** Of what is left of the budgets in view the least. */
function closestOf(budgets: readonly BudgetEntry[]): ListedFinding | null {
  const closest = budgets.reduce<BudgetEntry | null>((least, entry) => {
    const remaining = remainingOfBudget(entry)
    if (remaining === null) return least
    return least === null || remaining < (remainingOfBudget(least) ?? Infinity) ? entry : least
  }, null)
  return closest === null ? null : ofBudget(closest, remainingOfBudget(closest) ?? 0)
}

function remainingOfBudget({ standing }: BudgetEntry): number | null {
  return comparableRemaining(standing.budget)
}

function told({ standing }: BudgetEntry): Told {
  return heard(standing.budget)
}

function isMeasured(state: Told): boolean {
  return state !== 'no-data' && state !== 'no-traffic'
}

function ofBudget(entry: BudgetEntry, figure: number): ListedFinding {
  return budgetFinding(entry.series, entry, { figure, of: null })
}

function budgetFinding(
  { member: { slo, deployment }, sliName }: ListedSeries,
  last: BudgetEntry | null,
  figures: Pick<FindingOnWire, 'figure' | 'of'>,
): ListedFinding {
  const { id, slug, sli, target, thresholdMs, service, team, endpoint } = slo
  return {
    id: `${id}_${deployment}`,
    service,
    team,
    endpoint: { slug: endpoint.slug, verb: endpoint.verb, path: endpoint.path },
    deployment,
    slo: { slug, sli, sliName, target, thresholdMs },
    ...figures,
    longestMs: null,
    requests: null,
    failures: null,
    isLowTraffic: false,
    remaining: last === null ? null : remainingOfBudget(last),
  }
}

function endpointFinding(
  { figures, team }: EndpointEntry,
  figure: number,
  remaining: number | null,
): ListedFinding {
  const { service, deployment, endpoint: slug, verb, path, requests, failures, latencyMaxMs } = figures
  const name = slug ?? slugFrom(endpointWords({ verb, path }))
  return {
    id: `${service}.${name}_${deployment}`,
    service,
    team,
    endpoint: { slug, verb, path },
    deployment,
    slo: null,
    figure,
    of: null,
    longestMs: latencyMaxMs,
    requests,
    failures,
    isLowTraffic: isLowTraffic(figures),
    remaining,
  }
}

function placeOfBudget({ series: { member } }: BudgetEntry) {
  const { slo, deployment } = member
  return { service: slo.service, endpoint: endpointWords(slo.endpoint), deployment }
}

function placeOfEndpoint({ figures }: EndpointEntry) {
  return { service: figures.service, endpoint: endpointWords(figures), deployment: figures.deployment }
}

/** An endpoint may have several budgets; how short it fell is said by the one that has least left. */
function lowestRemaining(entries: readonly BudgetEntry[]) {
  const lowest = new Map<string, number>()
  const keyOf = (place: ReturnType<typeof placeOfBudget>) => Object.values(place).join('\n')
  for (const entry of entries) {
    const remaining = remainingOfBudget(entry)
    if (remaining === null) continue
    const key = keyOf(placeOfBudget(entry))
    lowest.set(key, Math.min(remaining, lowest.get(key) ?? remaining))
  }
  return (entry: EndpointEntry) => lowest.get(keyOf(placeOfEndpoint(entry))) ?? null
}
