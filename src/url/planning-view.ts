import { slugsFrom, type UrlCodec } from './codec.ts'

/** What a link to the planning page shows. */
export type PlanningView = Readonly<{ team: readonly string[] }>

export const planningViewCodec: UrlCodec<PlanningView> = {
  parse: (params) => ({ team: slugsFrom(params['team']) }),
  format: ({ team }) => (team.length > 0 ? { team: team.join(',') } : {}),
}
