import { linkOptions } from '@tanstack/react-router'

import { accessViewCodec, defaultAccessView, type AccessView } from './access-view.ts'
import { boardViewCodec, defaultBoardView, type BoardView } from './board-view.ts'
import { breachesViewCodec, defaultBreachesView, type BreachesView } from './breaches-view.ts'
import { budgetsViewCodec, defaultBudgetsView, type BudgetsView } from './budgets-view.ts'
import { catalogViewCodec, defaultCatalogView, type CatalogView } from './catalog-view.ts'
import type { UrlCodec } from './codec.ts'
import { correctionsViewCodec, defaultCorrectionsView, type CorrectionsView } from './corrections-view.ts'
import { defaultExpectationsView, expectationsViewCodec, type ExpectationsView } from './expectations-view.ts'
import { defaultExploreView, exploreViewCodec, type ExploreView } from './explore-view.ts'
import {
  adherenceCodec,
  depletionCodec,
  endpointsCodec,
  exhaustionCodec,
  keptCodec,
  onCallRotationsCodec,
  recoveryCodec,
  ticketsCodec,
  type IndicatorView,
  type KeptView,
  type RecoveryView,
  type TicketView,
} from './indicator-view.ts'
import { defaultLinksView, linksViewCodec, type LinksView } from './links-view.ts'
import { defaultMaturityView, maturityViewCodec, type MaturityView } from './maturity-view.ts'
import { defaultOnCallView, onCallViewCodec, type OnCallView } from './on-call-view.ts'
import { defaultOrganizationView, organizationViewCodec, type OrganizationView } from './organization-view.ts'
import { defaultReportsView, reportsViewCodec, type ReportsView } from './reports-view.ts'
import { slaAdherenceCodec, slaDepletionCodec, slasCodec, type SlaView } from './sla-view.ts'
import { defaultWallboardView, wallboardViewCodec, type WallboardView } from './wallboard-view.ts'
import { ruleViewCodec, type RuleView } from './rule-view.ts'
import { defaultSloView, sloViewCodec, type SloView } from './slo-view.ts'
import { defaultStatusView, statusViewCodec, type StatusView } from './status-view.ts'

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
}>

/** A drill-down sets what it is about; everything else is as the page shows it by itself. */
function searchOf<View extends IndicatorView>(codec: UrlCodec<View>, view: Partial<View>) {
  return codec.format({ ...codec.parse({}), ...view })
}

/** The only place that knows how an address is written. Each is spread into a Link or given to navigate. */
export const paths = {
  onCall: (view: Partial<OnCallView> = {}) =>
    linkOptions({ to: '/on-call', search: onCallViewCodec.format({ ...defaultOnCallView, ...view }) }),
  planning: () => linkOptions({ to: '/planning' }),
  organization: (view: Partial<OrganizationView> = {}) =>
    linkOptions({
      to: '/organization',
      search: organizationViewCodec.format({ ...defaultOrganizationView, ...view }),
    }),
  reports: (view: Partial<ReportsView> = {}) =>
    linkOptions({
      to: '/organization/reports',
      search: reportsViewCodec.format({ ...defaultReportsView, ...view }),
    }),

  explore: (
    { team = ANY, deployment = ANY, service = ANY, sli }: ExploreScope = {},
    view: Partial<ExploreView> = {},
  ) => {
    const search = exploreViewCodec.format({ ...defaultExploreView, ...view })
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

  breaches: (view: Partial<BreachesView> = {}) =>
    linkOptions({
      to: '/breaches',
      search: breachesViewCodec.format({ ...defaultBreachesView, ...view }),
    }),

  rules: (team: string, view: Partial<RuleView> = {}) =>
    linkOptions({
      to: '/rules/$team',
      params: { team },
      search: ruleViewCodec.format({ ...ruleViewCodec.parse({}), ...view }),
    }),

  breach: (breach: string) => linkOptions({ to: '/breaches/$breach', params: { breach } }),

  indicators: () => linkOptions({ to: '/indicators' }),
  indicatorLinks: (view: Partial<LinksView> = {}) =>
    linkOptions({
      to: '/indicators/links',
      search: linksViewCodec.format({ ...defaultLinksView, ...view }),
    }),
  slosByService: (view: Partial<BudgetsView> = {}) =>
    linkOptions({
      to: '/indicators/slos-by-service',
      search: budgetsViewCodec.format({ ...defaultBudgetsView, ...view }),
    }),

  sloAdherence: (view: Partial<IndicatorView> = {}) =>
    linkOptions({ to: '/indicators/slo-adherence', search: searchOf(adherenceCodec, view) }),
  budgetDepletion: (view: Partial<IndicatorView> = {}) =>
    linkOptions({ to: '/indicators/error-budget-depletion', search: searchOf(depletionCodec, view) }),
  leastAvailable: (view: Partial<IndicatorView> = {}) =>
    linkOptions({ to: '/indicators/least-available-endpoints', search: searchOf(endpointsCodec, view) }),
  slowest: (view: Partial<IndicatorView> = {}) =>
    linkOptions({ to: '/indicators/slowest-endpoints', search: searchOf(endpointsCodec, view) }),
  prematureExhaustion: (view: Partial<IndicatorView> = {}) =>
    linkOptions({ to: '/indicators/premature-exhaustion', search: searchOf(exhaustionCodec, view) }),

  slasByService: (view: Partial<SlaView> = {}) =>
    linkOptions({ to: '/indicators/slas-by-service', search: searchOf(slasCodec, view) }),
  slaAdherence: (view: Partial<SlaView> = {}) =>
    linkOptions({ to: '/indicators/sla-adherence', search: searchOf(slaAdherenceCodec, view) }),
  slaDepletion: (view: Partial<SlaView> = {}) =>
    linkOptions({ to: '/indicators/sla-depletion', search: searchOf(slaDepletionCodec, view) }),

  onCallRotations: (view: Partial<IndicatorView> = {}) =>
    linkOptions({ to: '/indicators/on-call-rotations', search: searchOf(onCallRotationsCodec, view) }),
  recoveryTrend: (view: Partial<RecoveryView> = {}) =>
    linkOptions({ to: '/indicators/recovery-trend', search: searchOf(recoveryCodec, view) }),
  keptBudgets: (view: Partial<KeptView> = {}) =>
    linkOptions({ to: '/indicators/kept-budgets', search: searchOf(keptCodec, view) }),
  supportTickets: (view: Partial<TicketView> = {}) =>
    linkOptions({ to: '/indicators/support-tickets', search: searchOf(ticketsCodec, view) }),

  slo: ({ team, deployment, service, sli, sloSlug }: SeriesAddress, view: Partial<SloView> = {}) =>
    linkOptions({
      to: '/slo/$team/$deployment/$service/$sli/$slo',
      params: { team, deployment, service, sli, slo: sloSlug },
      search: sloViewCodec.format({ ...defaultSloView, ...view }),
    }),

  budgets: ({ service, sli, deployment }: Readonly<{ service: string; sli: string; deployment: string }>) =>
    linkOptions({ to: '/b/$service/$sli/$deployment', params: { service, sli, deployment } }),

  /** What a wallboard shows, explained and set. */
  wallboard: (view: Partial<WallboardView> = {}) =>
    linkOptions({
      to: '/wallboard',
      search: wallboardViewCodec.format({ ...defaultWallboardView, ...view }),
    }),
  /** The wallboard itself: the address for a television. */
  wallboardScreens: (view: Partial<WallboardView> = {}) =>
    linkOptions({
      to: '/wallboard/screens',
      search: wallboardViewCodec.format({ ...defaultWallboardView, ...view }),
    }),

  board: (view: Partial<BoardView> = {}) =>
    linkOptions({
      to: '/transformation/board',
      search: boardViewCodec.format({ ...defaultBoardView, ...view }),
    }),
  expectations: (view: Partial<ExpectationsView> = {}) =>
    linkOptions({
      to: '/transformation/hypotheses',
      search: expectationsViewCodec.format({ ...defaultExpectationsView, ...view }),
    }),
  maturity: (view: Partial<MaturityView> = {}) =>
    linkOptions({
      to: '/transformation/maturity',
      search: maturityViewCodec.format({ ...defaultMaturityView, ...view }),
    }),
  corrections: (view: Partial<CorrectionsView> = {}) =>
    linkOptions({
      to: '/corrections',
      search: correctionsViewCodec.format({ ...defaultCorrectionsView, ...view }),
    }),
  status: (view: Partial<StatusView> = {}) =>
    linkOptions({ to: '/status', search: statusViewCodec.format({ ...defaultStatusView, ...view }) }),
  catalog: (view: Partial<CatalogView> = {}) =>
    linkOptions({ to: '/catalog', search: catalogViewCodec.format({ ...defaultCatalogView, ...view }) }),
  access: (view: Partial<AccessView> = {}) =>
    linkOptions({
      to: '/settings/access',
      search: accessViewCodec.format({ ...defaultAccessView, ...view }),
    }),
  signIn: () => linkOptions({ to: '/sign-in' }),
} as const
