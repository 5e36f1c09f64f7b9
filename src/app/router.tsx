import type { QueryClient } from '@tanstack/react-query'
import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'

import { budgetQueries } from '../api/budget-queries.ts'
import { budgetList, budgetsQueryOf, referenceSort } from '../features/budgets/budgets-query.ts'
import { historyQuery } from '../features/slo/history-query.ts'
import { homePath, onCallScope } from '../stores/preferences.ts'
import { budgetsViewCodec } from '../url/budgets-view.ts'
import { parseSearch, stringifySearch } from '../url/codec.ts'
import { paths } from '../url/paths.ts'
import { sloViewCodec } from '../url/slo-view.ts'
import { CrashPage } from './crash-page.tsx'
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
const onCall = createRoute({
  getParentRoute: () => root,
  path: '/on-call',
  component: lazyRouteComponent(() => import('./pages/on-call-page.tsx'), 'OnCallPage'),
})
const planning = createRoute({
  getParentRoute: () => root,
  path: '/planning',
  component: lazyRouteComponent(() => import('./pages/planning-page.tsx'), 'PlanningPage'),
})
const organization = createRoute({
  getParentRoute: () => root,
  path: '/organization',
  component: lazyRouteComponent(() => import('./pages/organization-page.tsx'), 'OrganizationPage'),
})

const reports = createRoute({
  getParentRoute: () => root,
  path: '/organization/reports',
  component: lazyRouteComponent(() => import('./pages/reports-page.tsx'), 'ReportsPage'),
})

const ExplorePage = lazyRouteComponent(() => import('./pages/explore-page.tsx'), 'ExplorePage')
const explore = createRoute({ getParentRoute: () => root, path: '/explore', component: ExplorePage })
const exploreTeam = createRoute({
  getParentRoute: () => root,
  path: '/explore/$team',
  component: ExplorePage,
})
const exploreDeployment = createRoute({
  getParentRoute: () => root,
  path: '/explore/$team/$deployment',
  component: ExplorePage,
})
const exploreService = createRoute({
  getParentRoute: () => root,
  path: '/explore/$team/$deployment/$service',
  component: ExplorePage,
})
const exploreSli = createRoute({
  getParentRoute: () => root,
  path: '/explore/$team/$deployment/$service/$sli',
  component: ExplorePage,
})

const indicators = createRoute({
  getParentRoute: () => root,
  path: '/indicators',
  component: lazyRouteComponent(() => import('./pages/indicators-page.tsx'), 'IndicatorsPage'),
})
const indicatorLinks = createRoute({
  getParentRoute: () => root,
  path: '/indicators/links',
  component: lazyRouteComponent(() => import('./pages/indicator-links-page.tsx'), 'IndicatorLinksPage'),
})
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

const sloAdherence = createRoute({
  getParentRoute: () => root,
  path: '/indicators/slo-adherence',
  component: lazyRouteComponent(() => import('./pages/slo-adherence-page.tsx'), 'SloAdherencePage'),
})
const budgetDepletion = createRoute({
  getParentRoute: () => root,
  path: '/indicators/error-budget-depletion',
  component: lazyRouteComponent(() => import('./pages/depletion-page.tsx'), 'DepletionPage'),
})
const leastAvailable = createRoute({
  getParentRoute: () => root,
  path: '/indicators/least-available-endpoints',
  component: lazyRouteComponent(() => import('./pages/endpoints-pages.tsx'), 'LeastAvailablePage'),
})
const slowest = createRoute({
  getParentRoute: () => root,
  path: '/indicators/slowest-endpoints',
  component: lazyRouteComponent(() => import('./pages/endpoints-pages.tsx'), 'SlowestPage'),
})
const supportTickets = createRoute({
  getParentRoute: () => root,
  path: '/indicators/support-tickets',
  component: lazyRouteComponent(() => import('./pages/support-tickets-page.tsx'), 'SupportTicketsPage'),
})
const onCallRotations = createRoute({
  getParentRoute: () => root,
  path: '/indicators/on-call-rotations',
  component: lazyRouteComponent(() => import('./pages/on-call-rotations-page.tsx'), 'OnCallRotationsPage'),
})
const recoveryTrend = createRoute({
  getParentRoute: () => root,
  path: '/indicators/recovery-trend',
  component: lazyRouteComponent(() => import('./pages/recovery-trend-page.tsx'), 'RecoveryTrendPage'),
})
const keptBudgets = createRoute({
  getParentRoute: () => root,
  path: '/indicators/kept-budgets',
  component: lazyRouteComponent(() => import('./pages/kept-budgets-page.tsx'), 'KeptBudgetsPage'),
})
const slasByService = createRoute({
  getParentRoute: () => root,
  path: '/indicators/slas-by-service',
  component: lazyRouteComponent(() => import('./pages/slas-by-service-page.tsx'), 'SlasByServicePage'),
})
const slaAdherence = createRoute({
  getParentRoute: () => root,
  path: '/indicators/sla-adherence',
  component: lazyRouteComponent(() => import('./pages/sla-adherence-page.tsx'), 'SlaAdherencePage'),
})
const slaDepletion = createRoute({
  getParentRoute: () => root,
  path: '/indicators/sla-depletion',
  component: lazyRouteComponent(() => import('./pages/sla-depletion-page.tsx'), 'SlaDepletionPage'),
})
const prematureExhaustion = createRoute({
  getParentRoute: () => root,
  path: '/indicators/premature-exhaustion',
  component: lazyRouteComponent(
    () => import('./pages/premature-exhaustion-page.tsx'),
    'PrematureExhaustionPage',
  ),
})

const BreachesPage = lazyRouteComponent(() => import('./pages/breaches-page.tsx'), 'BreachesPage')
const breaches = createRoute({ getParentRoute: () => root, path: '/breaches', component: BreachesPage })

const BreachPage = lazyRouteComponent(() => import('./pages/breach-page.tsx'), 'BreachPage')
const breach = createRoute({ getParentRoute: () => root, path: '/breaches/$breach', component: BreachPage })

const RulesPage = lazyRouteComponent(() => import('./pages/rules-page.tsx'), 'RulesPage')
const rules = createRoute({ getParentRoute: () => root, path: '/rules/$team', component: RulesPage })

const slo = createRoute({
  getParentRoute: () => root,
  path: '/slo/$team/$deployment/$service/$sli/$slo',
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps, params: { deployment, service, sli, slo: slug } }) =>
    early(
      context.queryClient.query(
        budgetQueries.history(
          `${service}.${sli}.${slug}`,
          deployment,
          historyQuery(sloViewCodec.parse(deps)),
        ),
      ),
    ),
  component: lazyRouteComponent(() => import('./pages/slo-page.tsx'), 'SloPage'),
})
const budgets = createRoute({
  getParentRoute: () => root,
  path: '/b/$service/$sli/$deployment',
  component: lazyRouteComponent(() => import('./pages/budgets-page.tsx'), 'BudgetsPage'),
})

const wallboard = createRoute({
  getParentRoute: () => root,
  path: '/wallboard',
  component: lazyRouteComponent(() => import('./pages/wallboard-page.tsx'), 'WallboardPage'),
})
const wallboardScreens = createRoute({
  getParentRoute: () => root,
  path: '/wallboard/screens',
  component: lazyRouteComponent(() => import('./pages/wallboard-page.tsx'), 'WallboardScreensPage'),
})

const board = createRoute({
  getParentRoute: () => root,
  path: '/transformation/board',
  component: lazyRouteComponent(() => import('./pages/board-page.tsx'), 'BoardPage'),
})
const maturity = createRoute({
  getParentRoute: () => root,
  path: '/transformation/maturity',
  component: lazyRouteComponent(() => import('./pages/maturity-page.tsx'), 'MaturityPage'),
})
const expectations = createRoute({
  getParentRoute: () => root,
  path: '/transformation/hypotheses',
  component: lazyRouteComponent(() => import('./pages/expectations-page.tsx'), 'ExpectationsPage'),
})
const catalog = createRoute({
  getParentRoute: () => root,
  path: '/catalog',
  component: lazyRouteComponent(() => import('./pages/catalog-page.tsx'), 'CatalogPage'),
})

const status = createRoute({
  getParentRoute: () => root,
  path: '/status',
  component: lazyRouteComponent(() => import('./pages/status-page.tsx'), 'StatusPage'),
})
const corrections = createRoute({
  getParentRoute: () => root,
  path: '/corrections',
  component: lazyRouteComponent(() => import('./pages/corrections-page.tsx'), 'CorrectionsPage'),
})

const access = createRoute({
  getParentRoute: () => root,
  path: '/settings/access',
  component: lazyRouteComponent(() => import('./pages/access-page.tsx'), 'AccessPage'),
})
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./pages/sign-in-page.tsx'), 'SignInPage'),
})

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
  slo,
  budgets,
  wallboard,
  wallboardScreens,
  board,
  maturity,
  expectations,
  catalog,
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
