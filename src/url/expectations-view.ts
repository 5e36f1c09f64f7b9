import { expectationSources } from '../contract/names.ts'
import { expectationStates, stakeholders } from '../domain/expectation.ts'
import { listFrom, slugsFrom, type UrlCodec } from './codec.ts'

/** What a link to the expectations shows. An empty list of choices means all of them. */
export type ExpectationsView = Readonly<{
  state: readonly (typeof expectationStates)[number][]
  stakeholder: readonly (typeof stakeholders)[number][]
  source: readonly (typeof expectationSources)[number][]
  search: string
  /** The one that is open; empty for none. */
  open: string
}>

export const defaultExpectationsView: ExpectationsView = {
  state: [],
  stakeholder: [],
  source: [],
  search: '',
  open: '',
}

const names = ['state', 'stakeholder', 'source'] as const
/** The server takes no longer search. */
const MOST_SEARCHED = 200

export const expectationsViewCodec: UrlCodec<ExpectationsView> = {
  parse: (params) => ({
    state: expectationStates.filter((one) => listFrom(params['state']).includes(one)),
    stakeholder: stakeholders.filter((one) => listFrom(params['stakeholder']).includes(one)),
    source: expectationSources.filter((one) => listFrom(params['source']).includes(one)),
    search: (params['q'] ?? '').slice(0, MOST_SEARCHED),
    open: slugsFrom(params['open'])[0] ?? '',
  }),

  format: (view) => ({
    ...Object.fromEntries(
      names.filter((name) => view[name].length > 0).map((name) => [name, view[name].join(',')]),
    ),
    ...(view.search !== '' && { q: view.search }),
    ...(view.open !== '' && { open: view.open }),
  }),
}
