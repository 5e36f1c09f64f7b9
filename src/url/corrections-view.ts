import { correctionStatuses } from '../contract/names.ts'
import { correctionCategories, type CorrectionCategory } from '../domain/correction.ts'
import { listFrom, slugsFrom, type UrlCodec } from './codec.ts'

type Status = (typeof correctionStatuses)[number]

/** What a link to the list of corrections shows. An empty list of choices means all of them. */
export type CorrectionsView = Readonly<{
  team: readonly string[]
  service: readonly string[]
  deployment: readonly string[]
  category: readonly CorrectionCategory[]
  status: readonly Status[]
  search: string
}>

export const defaultCorrectionsView: CorrectionsView = {
  team: [],
  service: [],
  deployment: [],
  category: [],
  status: [],
  search: '',
}

const names = ['team', 'service', 'deployment', 'category', 'status'] as const
/** The server takes no longer search. */
const MOST_SEARCHED = 200

export const correctionsViewCodec: UrlCodec<CorrectionsView> = {
  parse: (params) => ({
    team: slugsFrom(params['team']),
    service: slugsFrom(params['service']),
    deployment: slugsFrom(params['deployment']),
    category: correctionCategories.filter((one) => listFrom(params['category']).includes(one)),
    status: correctionStatuses.filter((one) => listFrom(params['status']).includes(one)),
    search: (params['q'] ?? '').slice(0, MOST_SEARCHED),
  }),

  format: (view) => ({
    ...Object.fromEntries(
      names.filter((name) => view[name].length > 0).map((name) => [name, view[name].join(',')]),
    ),
    ...(view.search !== '' && { q: view.search }),
  }),
}
