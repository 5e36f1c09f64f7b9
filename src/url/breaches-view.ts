import {
  breachCauseNames,
  breachGroupings,
  breachReviewStates,
  breachRules,
  type BreachCauseName,
  type BreachGrouping,
  type BreachReviewState,
  type BreachRuleName,
} from '../contract/names.ts'
import { breachImpacts, type BreachImpact } from '../domain/breach-review.ts'
import { windowNames } from '../domain/time-window.ts'
import { listFrom, oneOf, slugsFrom, type UrlCodec } from './codec.ts'
import { formatIndicatorSort, parseIndicatorSort, type IndicatorSort } from './indicator-sort.ts'
import { formatRange, parseRange, type ViewRange } from './view-range.ts'

/** What a link to the list of breaches shows. An empty list of choices means all of them. */
export type BreachesView = Readonly<{
  team: readonly string[]
  service: readonly string[]
  sli: readonly string[]
  slo: readonly string[]
  deployment: readonly string[]
  rule: readonly BreachRuleName[]
  cause: readonly BreachCauseName[]
  alert: 'all' | 'alerted' | 'snoozed'
  review: 'all' | BreachReviewState
  impact: readonly BreachImpact[]
  openOnly: boolean
  search: string
  range: ViewRange
  group: BreachGrouping | 'none'
  sort: readonly IndicatorSort[]
}>

const OWN_WINDOW = 'current-period'
/** The server takes no longer search. */
const MOST_SEARCHED = 200

export const defaultBreachesView: BreachesView = {
  team: [],
  service: [],
  sli: [],
  slo: [],
  deployment: [],
  rule: [],
  cause: [],
  alert: 'all',
  review: 'all',
  impact: [],
  openOnly: false,
  search: '',
  range: { window: OWN_WINDOW },
  group: 'none',
  sort: [],
}

const listNames = ['team', 'service', 'sli', 'slo', 'deployment', 'rule', 'cause', 'impact'] as const

export const breachesViewCodec: UrlCodec<BreachesView> = {
  parse: (params) => ({
    team: slugsFrom(params['team']),
    service: slugsFrom(params['service']),
    sli: slugsFrom(params['sli']),
    slo: slugsFrom(params['slo']),
    deployment: slugsFrom(params['deployment']),
    rule: someOf(breachRules, params['rule']),
    cause: someOf(breachCauseNames, params['cause']),
    alert: oneOf(['all', 'alerted', 'snoozed'], params['alert'], 'all'),
    review: oneOf(['all', ...breachReviewStates], params['review'], 'all'),
    impact: someOf(breachImpacts, params['impact']),
    openOnly: params['open'] === 'only',
    search: (params['q'] ?? '').slice(0, MOST_SEARCHED),
    range: parseRange(params, windowNames, OWN_WINDOW),
    group: oneOf(['none', ...breachGroupings], params['group'], 'none'),
    sort: parseIndicatorSort(params['sort']),
  }),

  format: (view) => ({
    ...Object.fromEntries(
      listNames.filter((name) => view[name].length > 0).map((name) => [name, view[name].join(',')]),
    ),
    ...(view.alert !== 'all' && { alert: view.alert }),
    ...(view.review !== 'all' && { review: view.review }),
    ...(view.openOnly && { open: 'only' }),
    ...(view.search !== '' && { q: view.search }),
    ...formatRange(view.range, OWN_WINDOW),
    ...(view.group !== 'none' && { group: view.group }),
    ...(view.sort.length > 0 && { sort: formatIndicatorSort(view.sort) }),
  }),
}

function someOf<Value extends string>(known: readonly Value[], text: string | undefined): readonly Value[] {
  const named = listFrom(text)
  return known.filter((value) => named.includes(value))
}
