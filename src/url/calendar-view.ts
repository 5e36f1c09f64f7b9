import { reviewKinds, reviewStates, reviewTiers } from '../domain/review-calendar.ts'
import { listFrom, oneOf, slugsFrom, type UrlCodec } from './codec.ts'

export const calendarGroupings = ['month', 'team'] as const

/** What a link to the calendar of reviews shows. An empty list of choices means all of them. */
export type CalendarView = Readonly<{
  by: (typeof calendarGroupings)[number]
  /** `organization` stands for what is no team's. */
  team: readonly string[]
  kind: readonly (typeof reviewKinds)[number][]
  tier: readonly (typeof reviewTiers)[number][]
  state: readonly (typeof reviewStates)[number][]
  search: string
  /** The review that is open; empty for none. */
  open: string
}>

export const defaultCalendarView: CalendarView = {
  by: 'month',
  team: [],
  kind: [],
  tier: [],
  state: [],
  search: '',
  open: '',
}

/** The server takes no longer search. */
const MOST_SEARCHED = 200

export const calendarViewCodec: UrlCodec<CalendarView> = {
  parse: (params) => ({
    by: oneOf(calendarGroupings, params['by'], defaultCalendarView.by),
    team: slugsFrom(params['team']),
    kind: reviewKinds.filter((one) => listFrom(params['kind']).includes(one)),
    tier: reviewTiers.filter((one) => listFrom(params['tier']).includes(one)),
    state: reviewStates.filter((one) => listFrom(params['state']).includes(one)),
    search: (params['q'] ?? '').slice(0, MOST_SEARCHED),
    open: slugsFrom(params['open'])[0] ?? '',
  }),

  format: (view) => ({
    ...(view.by !== defaultCalendarView.by && { by: view.by }),
    ...Object.fromEntries(
      (['team', 'kind', 'tier', 'state'] as const)
        .filter((name) => view[name].length > 0)
        .map((name) => [name, view[name].join(',')]),
    ),
    ...(view.search !== '' && { q: view.search }),
    ...(view.open !== '' && { open: view.open }),
  }),
}
