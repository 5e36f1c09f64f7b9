import { linkOptions } from '@tanstack/react-router'

import { budgetsViewCodec, defaultBudgetsView, type BudgetsView } from './budgets-view.ts'
import { defaultExploreView, exploreViewCodec, type ExploreView } from './explore-view.ts'
import { defaultOnCallView, onCallViewCodec, type OnCallView } from './on-call-view.ts'
import { defaultSloView, sloViewCodec, type SloView } from './slo-view.ts'

type SeriesAddress = Readonly<{
  team: string
  deployment: string
  service: string
  sli: string
  sloSlug: string
}>

/** Stands for "every one" where an address skips a level: /explore/payments/all/ledger. No team, deployment or service may be named so. */
export const ANY = 'all'

export type ExploreScope = Readonly<{
  team?: string | undefined
  deployment?: string | undefined
  service?: string | undefined
  sli?: string | undefined
  /** Its slug, below the service and the SLI it is measured by. */
  slo?: string | undefined
}>

/**
 * Only files named -paths know how an address is written. Here are those that the shell and many pages need; an area's own,
 * with what can be set there, are beside its codec. Each is spread into a Link or given to navigate.
 */
export const paths = {
  onCall: (view: Partial<OnCallView> = {}) =>
    linkOptions({ to: '/on-call', search: onCallViewCodec.format({ ...defaultOnCallView, ...view }) }),
  planning: () => linkOptions({ to: '/planning' }),
  organization: () => linkOptions({ to: '/organization' }),
  breaches: () => linkOptions({ to: '/breaches' }),
  indicatorLinks: () => linkOptions({ to: '/indicators/links' }),
  wallboard: () => linkOptions({ to: '/wallboard' }),
  board: () => linkOptions({ to: '/transformation/board' }),
  maturity: () => linkOptions({ to: '/transformation/maturity' }),
  expectations: () => linkOptions({ to: '/transformation/hypotheses' }),
  delivery: () => linkOptions({ to: '/transformation/delivery' }),
  decisions: () => linkOptions({ to: '/decisions' }),
  corrections: () => linkOptions({ to: '/corrections' }),
  calendar: () => linkOptions({ to: '/calendar' }),
  /** What can be set there besides words stands beside its codec. */
  catalog: (search = '') => linkOptions({ to: '/catalog', search: search === '' ? {} : { q: search } }),
  catalogCode: () => linkOptions({ to: '/catalog/code' }),
  policies: () => linkOptions({ to: '/policies' }),
  policy: (team: string) => linkOptions({ to: '/policies/$team', params: { team } }),
  status: () => linkOptions({ to: '/status' }),
  access: () => linkOptions({ to: '/settings/access' }),

  explore: (
    { team = ANY, deployment = ANY, service = ANY, sli, slo }: ExploreScope = {},
    view: Partial<ExploreView> = {},
  ) => {
    const search = exploreViewCodec.format({ ...defaultExploreView, ...view })
    if (sli !== undefined && slo !== undefined) {
      // With all of them named it is one budget, which has a page of its own.
      if (![team, deployment, service].includes(ANY))
        return paths.slo({ team, deployment, service, sli, sloSlug: slo })
      return linkOptions({
        to: '/explore/$team/$deployment/$service/$sli/$slo',
        params: { team, deployment, service, sli, slo },
        search,
      })
    }
    if (sli !== undefined) {
      return linkOptions({
        to: '/explore/$team/$deployment/$service/$sli',
        params: { team, deployment, service, sli },
        search,
      })
    }
    if (service !== ANY)
      return linkOptions({
        to: '/explore/$team/$deployment/$service',
        params: { team, deployment, service },
        search,
      })
    if (deployment !== ANY)
      return linkOptions({ to: '/explore/$team/$deployment', params: { team, deployment }, search })
    if (team !== ANY) return linkOptions({ to: '/explore/$team', params: { team }, search })
    return linkOptions({ to: '/explore', search })
  },

  breach: (breach: string) => linkOptions({ to: '/breaches/$breach', params: { breach } }),

  indicators: () => linkOptions({ to: '/indicators' }),
  slosByService: (view: Partial<BudgetsView> = {}) =>
    linkOptions({
      to: '/indicators/slos-by-service',
      search: budgetsViewCodec.format({ ...defaultBudgetsView, ...view }),
    }),

  slo: ({ team, deployment, service, sli, sloSlug }: SeriesAddress, view: Partial<SloView> = {}) =>
    linkOptions({
      to: '/slo/$team/$deployment/$service/$sli/$slo',
      params: { team, deployment, service, sli, slo: sloSlug },
      search: sloViewCodec.format({ ...defaultSloView, ...view }),
    }),

  budgets: ({ service, sli, deployment }: Readonly<{ service: string; sli: string; deployment: string }>) =>
    linkOptions({ to: '/b/$service/$sli/$deployment', params: { service, sli, deployment } }),

  signIn: () => linkOptions({ to: '/sign-in' }),
} as const
