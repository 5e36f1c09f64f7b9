import { slugsFrom, type UrlCodec } from './codec.ts'
import { parseHour } from './view-range.ts'

/** Which service is to be called, and where. */
export type ApiConsumptionView = Readonly<{
  /** Who is to call it; null for the organization. */
  team: string | null
  /** Null while none is chosen. */
  service: string | null
  /** Null for its first one of production. */
  deployment: string | null
  /** None means every one. */
  sli: readonly string[]
  /** The hour from which a frozen link looks; null for the present. */
  at: string | null
}>

export const defaultApiConsumptionView: ApiConsumptionView = {
  team: null,
  service: null,
  deployment: null,
  sli: [],
  at: null,
}

export const apiConsumptionViewCodec: UrlCodec<ApiConsumptionView> = {
  parse: (params) => ({
    team: slugsFrom(params['team'])[0] ?? null,
    service: slugsFrom(params['service'])[0] ?? null,
    deployment: slugsFrom(params['deployment'])[0] ?? null,
    sli: slugsFrom(params['sli']),
    at: parseHour(params['at']),
  }),

  format: (view) => ({
    ...(view.team !== null && { team: view.team }),
    ...(view.service !== null && { service: view.service }),
    ...(view.deployment !== null && { deployment: view.deployment }),
    ...(view.sli.length > 0 && { sli: view.sli.join(',') }),
    ...(view.at !== null && { at: view.at }),
  }),
}
