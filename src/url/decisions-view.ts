import {
  decisionCategories,
  decisionOrigins,
  decisionStates,
  effectStates,
  type DecisionCategory,
  type DecisionOrigin,
  type DecisionState,
  type EffectState,
} from '../domain/decision.ts'
import { listFrom, slugsFrom, type UrlCodec } from './codec.ts'
import { formatIndicatorSort, parseIndicatorSort, type IndicatorSort } from './indicator-sort.ts'

/** What a link to the list of decisions shows. An empty list of choices means all of them. */
export type DecisionsView = Readonly<{
  team: readonly string[]
  service: readonly string[]
  category: readonly DecisionCategory[]
  workflow: readonly DecisionOrigin[]
  state: readonly DecisionState[]
  effect: readonly EffectState[]
  /** One who decides, by name; empty for whoever it is. */
  decider: string
  search: string
  sort: readonly IndicatorSort[]
}>

export const defaultDecisionsView: DecisionsView = {
  team: [],
  service: [],
  category: [],
  workflow: [],
  state: [],
  effect: [],
  decider: '',
  search: '',
  sort: [],
}

const names = ['team', 'service', 'category', 'workflow', 'state', 'effect'] as const
/** The server takes no longer search, and no longer name. */
const MOST_SEARCHED = 200
const MOST_NAME = 300

export const decisionsViewCodec: UrlCodec<DecisionsView> = {
  parse: (params) => ({
    team: slugsFrom(params['team']),
    service: slugsFrom(params['service']),
    category: decisionCategories.filter((one) => listFrom(params['category']).includes(one)),
    workflow: decisionOrigins.filter((one) => listFrom(params['workflow']).includes(one)),
    state: decisionStates.filter((one) => listFrom(params['state']).includes(one)),
    effect: effectStates.filter((one) => listFrom(params['effect']).includes(one)),
    decider: (params['decider'] ?? '').slice(0, MOST_NAME),
    search: (params['q'] ?? '').slice(0, MOST_SEARCHED),
    sort: parseIndicatorSort(params['sort']),
  }),

  format: (view) => ({
    ...Object.fromEntries(
      names.filter((name) => view[name].length > 0).map((name) => [name, view[name].join(',')]),
    ),
    ...(view.decider !== '' && { decider: view.decider }),
    ...(view.search !== '' && { q: view.search }),
    ...(view.sort.length > 0 && { sort: formatIndicatorSort(view.sort) }),
  }),
}
