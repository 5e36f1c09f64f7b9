import { slugsFrom, type UrlCodec } from './codec.ts'

type SelectedBudget = Readonly<{ sloId: string; deployment: string }>

/** What a link to the on-call list shows. */
export type OnCallView = Readonly<{
  team: readonly string[]
  /** Null follows the list: its first budget. */
  selected: SelectedBudget | null
}>

export const defaultOnCallView: OnCallView = { team: [], selected: null }

export const onCallViewCodec: UrlCodec<OnCallView> = {
  parse: (params) => {
    const [sloId] = slugsFrom(params['slo'])
    const [deployment] = slugsFrom(params['in'])
    return {
      team: slugsFrom(params['team']),
      selected: sloId !== undefined && deployment !== undefined ? { sloId, deployment } : null,
    }
  },

  format: ({ team, selected }) => ({
    ...(team.length > 0 && { team: team.join(',') }),
    ...(selected && { slo: selected.sloId, in: selected.deployment }),
  }),
}
