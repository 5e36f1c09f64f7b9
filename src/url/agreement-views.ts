import type { WindowName } from '../domain/time-window.ts'
import { slugsFrom, type UrlCodec } from './codec.ts'
import { tableWindows } from './indicator-view.ts'
import { formatRange, parseTableRange, type TableRange } from './view-range.ts'

export const AGREEMENT_WINDOW: WindowName = 'current-year'

/** What a link to the signs of need of teams shows. */
export type SreCapacityView = Readonly<{
  team: readonly string[]
  /** None means those of production. */
  deployment: readonly string[]
  range: TableRange
}>

/** What a link to the setting of an SLA shows. */
export type SetSlaView = SreCapacityView & Readonly<{ contract: readonly string[] }>

export const sreCapacityViewCodec: UrlCodec<SreCapacityView> = {
  parse: (params) => ({
    team: slugsFrom(params['team']),
    deployment: slugsFrom(params['deployment']),
    range: parseTableRange(params, tableWindows, AGREEMENT_WINDOW),
  }),

  format: ({ team, deployment, range }) => ({
    ...(team.length > 0 && { team: team.join(',') }),
    ...(deployment.length > 0 && { deployment: deployment.join(',') }),
    ...formatRange(range, AGREEMENT_WINDOW),
  }),
}

export const setSlaViewCodec: UrlCodec<SetSlaView> = {
  parse: (params) => ({ ...sreCapacityViewCodec.parse(params), contract: slugsFrom(params['contract']) }),
  format: ({ contract, ...view }) => ({
    ...(contract.length > 0 && { contract: contract.join(',') }),
    ...sreCapacityViewCodec.format(view),
  }),
}
