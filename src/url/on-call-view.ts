import { onCallGroups, type OnCallGroup } from '../domain/on-call-order.ts'
import { listFrom, slugsFrom, type UrlCodec } from './codec.ts'

type SelectedBudget = Readonly<{ sloId: string; deployment: string }>

/** Whose budgets: of some teams, or of a rotation. */
export type OnCallScope = Readonly<{ team: readonly string[]; rotation: string | null }>

/** What a link to the on-call list shows. */
export type OnCallView = OnCallScope &
  Readonly<{
    search: string
    /** Groups that need nobody and are unfolded all the same. */
    open: readonly OnCallGroup[]
    /** Null follows the list: its first budget. */
    selected: SelectedBudget | null
  }>

export const defaultOnCallView: OnCallView = {
  team: [],
  rotation: null,
  search: '',
  open: [],
  selected: null,
}

const LONGEST_KEY = 400

export const onCallViewCodec: UrlCodec<OnCallView> = {
  parse: (params) => {
    const [sloId] = slugsFrom(params['slo'])
    const [deployment] = slugsFrom(params['in'])
    const rotation = params['rotation'] ?? ''
    const open = listFrom(params['open'])
    return {
      team: slugsFrom(params['team']),
      rotation: rotation === '' || rotation.length > LONGEST_KEY ? null : rotation,
      search: params['q'] ?? '',
      open: onCallGroups.filter((group) => open.includes(group)),
      selected: sloId !== undefined && deployment !== undefined ? { sloId, deployment } : null,
    }
  },

  format: ({ team, rotation, search, open, selected }) => ({
    ...(team.length > 0 && { team: team.join(',') }),
    ...(rotation !== null && { rotation }),
    ...(search !== '' && { q: search }),
    ...(open.length > 0 && { open: open.join(',') }),
    ...(selected && { slo: selected.sloId, in: selected.deployment }),
  }),
}
