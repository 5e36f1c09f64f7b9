import type { QueryClient } from '@tanstack/react-query'
import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'

import { budgetList, budgetsQueryOf, referenceSort } from '../features/budgets/budgets-query.ts'
import { homePath, onCallScope } from '../stores/preferences.ts'
import { budgetsViewCodec } from '../url/budgets-view.ts'
import { parseSearch, stringifySearch } from '../url/codec.ts'
import { paths } from '../url/paths.ts'
import { sloViewCodec } from '../url/slo-view.ts'
import { CrashPage } from './crash-page.tsx'
import { decisionRoutes } from './decision-routes.ts'
import { page } from './page.ts'
import { early, root } from './root-route.ts'

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    const to = homePath()
    throw to === '/on-call'
      ? redirect({ ...paths.onCall(onCallScope()), replace: true })
      : redirect({ to, replace: true })
  },
})

// Pages load with their address; the two that people land on at night come first. Charts come with the pages that draw them.
const onCall = page(
  '/on-call',
  lazyRouteComponent(() => import('./pages/on-call-page.tsx'), 'OnCallPage'),
)
const planning = page(
  '/planning',
  lazyRouteComponent(() => import('./pages/planning-page.tsx'), 'PlanningPage'),
)
const organization = page(
  '/organization',
  lazyRouteComponent(() => import('./pages/organization-page.tsx'), 'OrganizationPage'),
)

const reports = page(
  '/organization/reports',
  lazyRouteComponent(() => import('./pages/reports-page.tsx'), 'ReportsPage'),
)

const ExplorePage = lazyRouteComponent(() => import('./pages/explore-page.tsx'), 'ExplorePage')
const explore = page('/explore', ExplorePage)
const exploreTeam = page('/explore/$team', ExplorePage)
const exploreDeployment = page('/explore/$team/$deployment', ExplorePage)
const exploreService = page('/explore/$team/$deployment/$service', ExplorePage)
const exploreSli = page('/explore/$team/$deployment/$service/$sli', ExplorePage)
const exploreSlo = page('/explore/$team/$deployment/$service/$sli/$slo', ExplorePage)

const indicators = page(
  '/indicators',
  lazyRouteComponent(() => import('./pages/indicators-page.tsx'), 'IndicatorsPage'),
)
const indicatorLinks = page(
  '/indicators/links',
  lazyRouteComponent(() => import('./pages/indicator-links-page.tsx'), 'IndicatorLinksPage'),
)
const slosByService = createRoute({
  getParentRoute: () => root,
  path: '/indicators/slos-by-service',
  loaderDeps: ({ search }) => search,
  // Beside the page's own code, not after it.
  loader: ({ context, deps }) =>
    early(
      context.queryClient.infiniteQuery(
        budgetList(budgetsQueryOf(budgetsViewCodec.parse(deps), referenceSort)),
      ),
    ),
  component: lazyRouteComponent(() => import('./pages/slos-by-service-page.tsx'), 'SlosByServicePage'),
})

const sloAdherence = page(
  '/indicators/slo-adherence',
  lazyRouteComponent(() => import('./pages/slo-adherence-page.tsx'), 'SloAdherencePage'),
)
const budgetDepletion = page(
  '/indicators/error-budget-depletion',
  lazyRouteComponent(() => import('./pages/depletion-page.tsx'), 'DepletionPage'),
)
const leastAvailable = page(
  '/indicators/least-available-endpoints',
  lazyRouteComponent(() => import('./pages/endpoints-pages.tsx'), 'LeastAvailablePage'),
)
const slowest = page(
  '/indicators/slowest-endpoints',
  lazyRouteComponent(() => import('./pages/endpoints-pages.tsx'), 'SlowestPage'),
)
const supportTickets = page(
  '/indicators/support-tickets',
  lazyRouteComponent(() => import('./pages/support-tickets-page.tsx'), 'SupportTicketsPage'),
)
const onCallRotations = page(
  '/indicators/on-call-rotations',
  lazyRouteComponent(() => import('./pages/on-call-rotations-page.tsx'), 'OnCallRotationsPage'),
)
const recoveryTrend = page(
  '/indicators/recovery-trend',
  lazyRouteComponent(() => import('./pages/recovery-trend-page.tsx'), 'RecoveryTrendPage'),
)
const keptBudgets = page(
  '/indicators/kept-budgets',
  lazyRouteComponent(() => import('./pages/kept-budgets-page.tsx'), 'KeptBudgetsPage'),
)
const slasByService = page(
  '/indicators/slas-by-service',
  lazyRouteComponent(() => import('./pages/slas-by-service-page.tsx'), 'SlasByServicePage'),
)
const slaAdherence = page(
  '/indicators/sla-adherence',
  lazyRouteComponent(() => import('./pages/sla-adherence-page.tsx'), 'SlaAdherencePage'),
)
const slaDepletion = page(
  '/indicators/sla-depletion',
  lazyRouteComponent(() => import('./pages/sla-depletion-page.tsx'), 'SlaDepletionPage'),
)
const prematureExhaustion = page(
  '/indicators/premature-exhaustion',
  lazyRouteComponent(() => import('./pages/premature-exhaustion-page.tsx'), 'PrematureExhaustionPage'),
)

const BreachesPage = lazyRouteComponent(() => import('./pages/breaches-page.tsx'), 'BreachesPage')
const breaches = page('/breaches', BreachesPage)

const BreachPage = lazyRouteComponent(() => import('./pages/breach-page.tsx'), 'BreachPage')
const breach = page('/breaches/$breach', BreachPage)

const RulesPage = lazyRouteComponent(() => import('./pages/rules-page.tsx'), 'RulesPage')
const rules = page('/rules/$team', RulesPage)

const policies = page(
  '/policies',
  lazyRouteComponent(() => import('./pages/policies-page.tsx'), 'PoliciesPage'),
)
const policy = page(
  '/policies/$team',
  lazyRouteComponent(() => import('./pages/policy-page.tsx'), 'PolicyPage'),
)

const slo = createRoute({
  getParentRoute: () => root,
  path: '/slo/$team/$deployment/$service/$sli/$slo',
  loaderDeps: ({ search }) => search,
  // Its schemas come with the page that needs them.
  loader: ({ context: { queryClient }, deps, params }) =>
    early(
      import('../features/slo/slo-budget.ts').then(({ sloBudget }) =>
        queryClient.query(sloBudget(params, sloViewCodec.parse(deps))),
      ),
    ),
  component: lazyRouteComponent(() => import('./pages/slo-page.tsx'), 'SloPage'),
})
const budgets = page(
  '/b/$service/$sli/$deployment',
  lazyRouteComponent(() => import('./pages/budgets-page.tsx'), 'BudgetsPage'),
)

const wallboard = page(
  '/wallboard',
  lazyRouteComponent(() => import('./pages/wallboard-page.tsx'), 'WallboardPage'),
)
const wallboardScreens = page(
  '/wallboard/screens',
  lazyRouteComponent(() => import('./pages/wallboard-page.tsx'), 'WallboardScreensPage'),
)

const board = page(
  '/transformation/board',
  lazyRouteComponent(() => import('./pages/board-page.tsx'), 'BoardPage'),
)
const maturity = page(
  '/transformation/maturity',
  lazyRouteComponent(() => import('./pages/maturity-page.tsx'), 'MaturityPage'),
)
const expectations = page(
  '/transformation/hypotheses',
  lazyRouteComponent(() => import('./pages/expectations-page.tsx'), 'ExpectationsPage'),
)
const delivery = page(
  '/transformation/delivery',
  lazyRouteComponent(() => import('./pages/delivery-page.tsx'), 'DeliveryPage'),
)
const catalog = page(
  '/catalog',
  lazyRouteComponent(() => import('./pages/catalog-page.tsx'), 'CatalogPage'),
)
const catalogCode = page(
  '/catalog/code',
  lazyRouteComponent(() => import('./pages/catalog-code-page.tsx'), 'CatalogCodePage'),
)
const catalogService = page(
  '/catalog/$service',
  lazyRouteComponent(() => import('./pages/catalog-service-page.tsx'), 'CatalogServicePage'),
)
const calendar = page(
  '/calendar',
  lazyRouteComponent(() => import('./pages/calendar-page.tsx'), 'CalendarPage'),
)

const status = page(
  '/status',
  lazyRouteComponent(() => import('./pages/status-page.tsx'), 'StatusPage'),
)
const corrections = page(
  '/corrections',
  lazyRouteComponent(() => import('./pages/corrections-page.tsx'), 'CorrectionsPage'),
)

const access = page(
  '/settings/access',
  lazyRouteComponent(() => import('./pages/access-page.tsx'), 'AccessPage'),
)
const signIn = page(
  '/sign-in',
  lazyRouteComponent(() => import('./pages/sign-in-page.tsx'), 'SignInPage'),
)

const routeTree = root.addChildren([
  home,
  onCall,
  planning,
  organization,
  reports,
  explore,
  exploreTeam,
  exploreDeployment,
  exploreService,
  exploreSli,
  exploreSlo,
  indicators,
  indicatorLinks,
  slosByService,
  sloAdherence,
  budgetDepletion,
  prematureExhaustion,
  slasByService,
  slaDepletion,
  slaAdherence,
  leastAvailable,
  slowest,
  supportTickets,
  onCallRotations,
  recoveryTrend,
  keptBudgets,
  breaches,
  breach,
  rules,
  ...decisionRoutes,
  policies,
  policy,
  slo,
  budgets,
  wallboard,
  wallboardScreens,
  board,
  maturity,
  expectations,
  delivery,
  catalog,
  catalogCode,
  catalogService,
  calendar,
  status,
  corrections,
  access,
  signIn,
])

export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    parseSearch,
    stringifySearch,
    scrollRestoration: true,
    defaultPreload: 'intent',
    // A page that crashes leaves the shell standing; the root's own error page is for the shell itself.
    defaultErrorComponent: CrashPage,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
