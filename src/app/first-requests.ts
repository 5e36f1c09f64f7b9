import { addressWith } from '../api/http.ts'
import { operations, type OperationId, type QueryOf } from '../contract/operations.ts'
import type { PathParams } from '../contract/path.ts'
import { firstPageOf, referenceSort, budgetsQueryOf } from '../features/budgets/budgets-query.ts'
import { historyQuery } from '../features/slo/history-query.ts'
import { onCallListQuery } from '../features/on-call/on-call-query.ts'
import { defaultBudgetsView } from '../url/budgets-view.ts'
import { defaultOnCallView } from '../url/on-call-view.ts'
import { defaultSloView } from '../url/slo-view.ts'

type FirstRequests = Readonly<{
  /** As the router has it. */
  path: string
  /** The file of src/app/pages that draws it. */
  page: string
  /** What it asks the API for first where the address has no query string; $names are those of the path. */
  asks?: readonly string[]
}>

/** What the shell asks for, whatever the page. */
export const shellAsks = [addressOf('readOrganization', {}, {}), addressOf('listTeams', {}, {})]

/**
 * What a page needs at once. The server names it in the answer to the address itself, so that a browser fetches it
 * beside the app's code and not after it. A page that is missing here is slower, nothing else.
 */
export const firstRequests: readonly FirstRequests[] = [
  {
    path: '/on-call',
    page: 'on-call-page',
    asks: [addressOf('listOnCall', {}, onCallListQuery(defaultOnCallView))],
  },
  {
    path: '/planning',
    page: 'planning-page',
    asks: [addressOf('readFeaturesOrReliability', {}, {})],
  },
  { path: '/organization', page: 'organization-page' },
  { path: '/explore', page: 'explore-page' },
  { path: '/explore/$team', page: 'explore-page' },
  { path: '/explore/$team/$deployment', page: 'explore-page' },
  { path: '/explore/$team/$deployment/$service', page: 'explore-page' },
  { path: '/explore/$team/$deployment/$service/$sli', page: 'explore-page' },
  { path: '/indicators', page: 'indicators-page' },
  { path: '/indicators/links', page: 'indicator-links-page' },
  {
    path: '/indicators/slos-by-service',
    page: 'slos-by-service-page',
    asks: [addressOf('listBudgets', {}, firstPageOf(budgetsQueryOf(defaultBudgetsView, referenceSort)))],
  },
  { path: '/indicators/slo-adherence', page: 'slo-adherence-page' },
  { path: '/indicators/error-budget-depletion', page: 'depletion-page' },
  { path: '/indicators/least-available-endpoints', page: 'endpoints-pages' },
  { path: '/indicators/slowest-endpoints', page: 'endpoints-pages' },
  { path: '/indicators/premature-exhaustion', page: 'premature-exhaustion-page' },
  { path: '/indicators/slas-by-service', page: 'slas-by-service-page' },
  { path: '/indicators/sla-depletion', page: 'sla-depletion-page' },
  { path: '/indicators/sla-adherence', page: 'sla-adherence-page' },
  {
    path: '/slo/$team/$deployment/$service/$sli/$slo',
    page: 'slo-page',
    asks: [
      addressOf(
        'readBudgetHistory',
        { slo: '$service.$sli.$slo', deployment: '$deployment' },
        historyQuery(defaultSloView),
      ).replaceAll('%24', '$'),
    ],
  },
  { path: '/b/$service/$sli/$deployment', page: 'budgets-page' },
  { path: '/wallboard', page: 'wallboard-page' },
  { path: '/wallboard/screens', page: 'wallboard-page' },
  {
    path: '/transformation/board',
    page: 'board-page',
    asks: [addressOf('readBoard', {}, {})],
  },
  { path: '/decisions', page: 'decisions-page' },
  { path: '/decisions/audit/$service', page: 'service-audit-page' },
  { path: '/decisions/new', page: 'new-decision-page' },
  { path: '/decisions/set-slo', page: 'set-slo-page' },
  { path: '/decisions/set-sla', page: 'set-sla-page', asks: [addressOf('readSetSla', {}, {})] },
  {
    path: '/decisions/sre-capacity',
    page: 'sre-capacity-page',
    asks: [addressOf('readSreCapacity', {}, {})],
  },
  { path: '/decisions/api-consumption', page: 'api-consumption-page' },
  { path: '/decisions/tighter-slo', page: 'tighter-slo-page' },
  { path: '/decisions/records/$decision', page: 'decision-record-page' },
  { path: '/transformation/maturity', page: 'maturity-page' },
  { path: '/transformation/hypotheses', page: 'expectations-page' },
  { path: '/transformation/delivery', page: 'delivery-page' },
  { path: '/catalog', page: 'catalog-page' },
  { path: '/catalog/code', page: 'catalog-code-page' },
  { path: '/catalog/$service', page: 'catalog-service-page' },
  { path: '/calendar', page: 'calendar-page' },
  { path: '/settings/access', page: 'access-page' },
  { path: '/sign-in', page: 'sign-in-page' },
]

function addressOf<Id extends OperationId>(id: Id, params: PathParams<Id>, query: QueryOf<Id>): string {
  return addressWith(operations[id].path, params, query)
}
