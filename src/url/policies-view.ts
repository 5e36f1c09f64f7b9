import { policyStates, type PolicyState } from '../domain/policy.ts'
import { enactmentStatuses, type EnactmentStatus } from '../domain/policy-enactment.ts'
import { windowNames } from '../domain/time-window.ts'
import { listFrom, oneOf, slugsFrom, type UrlCodec } from './codec.ts'
import { formatIndicatorSort, parseIndicatorSort, type IndicatorSort } from './indicator-sort.ts'
import { formatRange, parseRange, type ViewRange } from './view-range.ts'

/** What a link to all policies shows. An empty list of choices means all of them. */
export type PoliciesView = Readonly<{
  team: readonly string[]
  state: readonly PolicyState[]
  show: 'standing' | 'terms'
}>

export const defaultPoliciesView: PoliciesView = { team: [], state: [], show: 'standing' }

export const policiesViewCodec: UrlCodec<PoliciesView> = {
  parse: (params) => ({
    team: slugsFrom(params['team']),
    state: policyStates.filter((state) => listFrom(params['state']).includes(state)),
    show: oneOf(['standing', 'terms'], params['show'], 'standing'),
  }),
  format: ({ team, state, show }) => ({
    ...(team.length > 0 && { team: team.join(',') }),
    ...(state.length > 0 && { state: state.join(',') }),
    ...(show !== 'standing' && { show }),
  }),
}

const OWN_WINDOW = 'last-3-periods'

/** What a link to a team's policy shows of its enactments, and the one that is looked at. */
export type PolicyView = Readonly<{
  range: ViewRange
  clause: readonly string[]
  status: readonly EnactmentStatus[]
  sort: readonly IndicatorSort[]
  enactment: string | null
}>

export const defaultPolicyView: PolicyView = {
  range: { window: OWN_WINDOW },
  clause: [],
  status: [],
  sort: [],
  enactment: null,
}

export const policyViewCodec: UrlCodec<PolicyView> = {
  parse: (params) => ({
    range: parseRange(params, windowNames, OWN_WINDOW),
    clause: slugsFrom(params['clause']),
    status: enactmentStatuses.filter((status) => listFrom(params['status']).includes(status)),
    sort: parseIndicatorSort(params['sort']),
    enactment: slugsFrom(params['enactment'])[0] ?? null,
  }),
  format: ({ range, clause, status, sort, enactment }) => ({
    ...formatRange(range, OWN_WINDOW),
    ...(clause.length > 0 && { clause: clause.join(',') }),
    ...(status.length > 0 && { status: status.join(',') }),
    ...(sort.length > 0 && { sort: formatIndicatorSort(sort) }),
    ...(enactment !== null && { enactment }),
  }),
}
