import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { budgetSortColumns } from '../contract/budget.ts'
import { budgetStates } from '../contract/common.ts'
import { scales } from '../domain/budget-series.ts'
import { correctionCategories } from '../domain/correction.ts'
import { audiences } from '../domain/service-status.ts'
import { isoFromHour } from '../domain/hours.ts'
import { windowNames } from '../domain/time-window.ts'
import { boardPanels, boardShows, boardViewCodec, type BoardView } from './board-view.ts'
import { budgetsViewCodec, type BudgetsView } from './budgets-view.ts'
import { reviewKinds, reviewStates, reviewTiers } from '../domain/review-calendar.ts'
import { calendarGroupings, calendarViewCodec, type CalendarView } from './calendar-view.ts'
import { catalogAttributes, serviceLevels, serviceStages } from '../domain/service-catalog.ts'
import { serviceCatalogViewCodec, type ServiceCatalogView } from './service-catalog-view.ts'
import { catalogViewCodec, type CatalogView } from './catalog-view.ts'
import { correctionsViewCodec, type CorrectionsView } from './corrections-view.ts'
import {
  matrixColumns,
  matrixGroups,
  matrixRows,
  matrixSortColumns,
  expectationSources,
  correctionStatuses,
} from '../contract/names.ts'
import { expectationStates, stakeholders } from '../domain/expectation.ts'
import { expectationsViewCodec, type ExpectationsView } from './expectations-view.ts'
import { statusViewCodec, type StatusView } from './status-view.ts'
import { onCallGroups } from '../domain/on-call-order.ts'
import { linkKinds, linksViewCodec, type LinksView } from './links-view.ts'
import { exploreShows, exploreViewCodec, type ExploreView } from './explore-view.ts'
import { onCallViewCodec, type OnCallView } from './on-call-view.ts'
import { enactmentStatuses } from '../domain/policy-enactment.ts'
import { policyStates } from '../domain/policy.ts'
import { policiesViewCodec, policyViewCodec, type PoliciesView, type PolicyView } from './policies-view.ts'
import { reportKinds, reportsViewCodec, type ReportsView } from './reports-view.ts'
import { organizationViewCodec, yearWindows, type OrganizationView } from './organization-view.ts'
import { chaosViewCodec, type ChaosView } from './chaos-view.ts'
import { planningViewCodec, type PlanningView } from './planning-view.ts'
import { decisionCategories, decisionOrigins, decisionStates, effectStates } from '../domain/decision.ts'
import { decisionsViewCodec, type DecisionsView } from './decisions-view.ts'
import { newDecisionViewCodec, type NewDecisionView } from './new-decision-view.ts'
import {
  screenKinds,
  wallboardViewCodec,
  wallThemes,
  wallZones,
  type WallboardView,
} from './wallboard-view.ts'
import { sloViewCodec, type SloView } from './slo-view.ts'
import { lawsOf } from './testing/laws-of.ts'

const slug = fc.stringMatching(/^[a-z0-9]{1,6}(?:[.-][a-z0-9]{1,6}){0,3}$/)
const slugs = fc.uniqueArray(slug, { maxLength: 4 })
const search = fc.string({ maxLength: 40 })

const hour = fc.integer({ min: 400_000, max: 600_000 })

const budgetsFields = {
  team: slugs,
  service: slugs,
  sli: slugs,
  deployment: slugs,
  state: fc.subarray(budgetStates),
  burningOnly: fc.boolean(),
  showDefaults: fc.boolean(),
  search,
  sort: fc.uniqueArray(
    fc.record({ column: fc.constantFrom(...budgetSortColumns), descending: fc.boolean() }),
    { selector: ({ column }) => column, maxLength: 4 },
  ),
  period: fc.option(fc.stringMatching(/^20\d\d-P\d\d$/)),
  at: fc.option(hour.map(isoFromHour)),
  columns: fc.uniqueArray(fc.record({ column: fc.constantFrom('team', 'so-far'), isShown: fc.boolean() }), {
    selector: ({ column }) => column,
  }),
}
const budgetsView: fc.Arbitrary<BudgetsView> = fc.record(budgetsFields)

const exploreView: fc.Arbitrary<ExploreView> = fc.record({
  ...budgetsFields,
  show: fc.constantFrom(...exploreShows),
  rows: fc.option(fc.constantFrom(...matrixRows)),
  across: fc.constantFrom(...matrixColumns),
  group: fc.constantFrom(...matrixGroups),
  order: fc.constantFrom(...matrixSortColumns),
})

const hourOfDay = fc.integer({ min: 0, max: 23 })
const wallboardView: fc.Arbitrary<WallboardView> = fc.record({
  kinds: fc.subarray([...screenKinds], { minLength: 1 }),
  team: slugs,
  deployment: slugs,
  seconds: fc.integer({ min: 40, max: 3600 }),
  theme: fc.constantFrom(...wallThemes),
  zone: fc.constantFrom(...wallZones),
  dim: fc.option(fc.record({ from: hourOfDay, to: hourOfDay })),
})

const sloView: fc.Arbitrary<SloView> = fc.record({
  range: fc.oneof(
    fc.record({ window: fc.constantFrom(...windowNames) }),
    fc.tuple(hour, fc.integer({ min: 1, max: 9_000 })).map(([from, length]) => ({
      from: isoFromHour(from),
      to: isoFromHour(from + length),
    })),
  ),
  scale: fc.constantFrom(...scales),
  show: fc.constantFrom('chart', 'table'),
  sliding: fc.boolean(),
  figures: fc.constantFrom('corrected', 'raw'),
})

const policiesView: fc.Arbitrary<PoliciesView> = fc.record({
  team: slugs,
  state: fc.subarray([...policyStates]),
  show: fc.constantFrom('standing', 'terms'),
})
const policyView: fc.Arbitrary<PolicyView> = fc.record({
  range: fc.record({ window: fc.constantFrom(...windowNames) }),
  clause: slugs,
  status: fc.subarray([...enactmentStatuses]),
  sort: fc.constantFrom([], [{ column: 'met', descending: false }], [{ column: 'done', descending: true }]),
  enactment: fc.option(slug),
})

const linksView: fc.Arbitrary<LinksView> = fc.record({
  team: fc.option(slug),
  links: fc.constantFrom(...linkKinds),
})

const onCallView: fc.Arbitrary<OnCallView> = fc.record({
  team: slugs,
  rotation: fc.option(fc.string({ minLength: 1, maxLength: 40 })),
  search,
  open: fc.subarray([...onCallGroups]),
  selected: fc.option(fc.record({ sloId: slug, deployment: slug })),
})

const organizationView: fc.Arbitrary<OrganizationView> = fc.record({
  window: fc.constantFrom(...yearWindows),
  asOf: fc.option(fc.constantFrom('2026-P11', '2026-Q3', '2026-07')),
  compare: fc.option(fc.constantFrom('2026-P01', '2025-Q4')),
  before: fc.option(fc.integer({ min: 1, max: 9999 }).map((tenths) => tenths / 10)),
  deployment: slugs,
  show: fc.constantFrom('chart', 'table'),
  figures: fc.constantFrom('chart', 'table'),
})

const reportsView: fc.Arbitrary<ReportsView> = fc.record({
  report: fc.constantFrom(...reportKinds),
  period: fc.option(fc.constantFrom('2026-P11', '2026-Q3')),
  form: fc.constantFrom('preview', 'markdown'),
})

const catalogView: fc.Arbitrary<CatalogView> = fc.record({ team: slugs, search, withoutSlo: fc.boolean() })
const boardView: fc.Arbitrary<BoardView> = fc.record({
  card: fc.option(slug),
  panel: fc.constantFrom(...boardPanels),
  show: fc.constantFrom(...boardShows),
})
const planningPlace = fc
  .tuple(fc.constantFrom('deepest', 'least-available'), slug, slug)
  .map((parts) => parts.join('_'))
const planningPlaces = fc.uniqueArray(planningPlace, { maxLength: 3 })
const planningView: fc.Arbitrary<PlanningView> = fc.record({
  team: slugs,
  deployment: slugs,
  period: fc.option(fc.constantFrom('2026-P11', '2026-Q3', '2025-12')),
  picks: fc.integer({ min: 1, max: 10 }),
  isMerged: fc.boolean(),
  leave: planningPlaces,
  add: planningPlaces,
  at: fc.option(hour.map(isoFromHour)),
})
const oneOrNone = fc.oneof(fc.constant(''), slug)
const chaosView: fc.Arbitrary<ChaosView> = fc.record({
  team: oneOrNone,
  service: oneOrNone,
  deployment: oneOrNone,
  subject: fc.oneof(
    fc.constant(''),
    fc.tuple(slug, slug).map((parts) => parts.join('@')),
  ),
  at: fc.option(hour.map(isoFromHour)),
})
const decisionsView: fc.Arbitrary<DecisionsView> = fc.record({
  team: slugs,
  service: slugs,
  category: fc.subarray([...decisionCategories]),
  workflow: fc.subarray([...decisionOrigins]),
  state: fc.subarray([...decisionStates]),
  effect: fc.subarray([...effectStates]),
  decider: search,
  search,
  sort: fc.uniqueArray(
    fc.record({ column: fc.constantFrom('title', 'changed', 'effect'), descending: fc.boolean() }),
    { selector: ({ column }) => column },
  ),
})
const newDecisionView: fc.Arbitrary<NewDecisionView> = fc.record({
  category: fc.constantFrom(...decisionCategories),
  team: fc.oneof(slug, fc.constant('')),
  supersedes: fc.oneof(slug, fc.constant('')),
})

lawsOf('a list of budgets', budgetsViewCodec, budgetsView)
const correctionsView: fc.Arbitrary<CorrectionsView> = fc.record({
  team: slugs,
  service: slugs,
  deployment: slugs,
  category: fc.subarray([...correctionCategories]),
  status: fc.subarray([...correctionStatuses]),
  search,
})
const expectationsView: fc.Arbitrary<ExpectationsView> = fc.record({
  state: fc.subarray([...expectationStates]),
  stakeholder: fc.subarray([...stakeholders]),
  source: fc.subarray([...expectationSources]),
  search,
  open: fc.oneof(fc.constant(''), slug),
})
const statusView: fc.Arbitrary<StatusView> = fc.record({
  audience: fc.constantFrom(...audiences),
  by: fc.constantFrom('deployment', 'product'),
  deployment: slugs,
})

lawsOf('a place in the hierarchy', exploreViewCodec, exploreView)
lawsOf('a wallboard', wallboardViewCodec, wallboardView)
lawsOf('all policies', policiesViewCodec, policiesView)
lawsOf('the policy of a team', policyViewCodec, policyView)
lawsOf('one SLO', sloViewCodec, sloView)
lawsOf('the on-call list', onCallViewCodec, onCallView)
lawsOf('links of a team', linksViewCodec, linksView)
lawsOf('the organization', organizationViewCodec, organizationView)
lawsOf('reports', reportsViewCodec, reportsView)
lawsOf(
  'the calendar',
  calendarViewCodec,
  fc.record<CalendarView>({
    by: fc.constantFrom(...calendarGroupings),
    team: slugs,
    kind: fc.subarray([...reviewKinds]),
    tier: fc.subarray([...reviewTiers]),
    state: fc.subarray([...reviewStates]),
    search,
    open: fc.oneof(fc.constant(''), slug),
  }),
)
lawsOf('the catalog as code', catalogViewCodec, catalogView)
lawsOf(
  'the service catalog',
  serviceCatalogViewCodec,
  fc.record<ServiceCatalogView>({
    team: slugs,
    product: fc.string({ maxLength: 300 }),
    level: fc.subarray([...serviceLevels]),
    stage: fc.subarray([...serviceStages]),
    missing: fc.subarray([...catalogAttributes]),
    isStale: fc.boolean(),
    search,
    sort: fc.constantFrom([], [{ column: 'missing', descending: true }]),
  }),
)
lawsOf('board', boardViewCodec, boardView)
lawsOf('decisions', decisionsViewCodec, decisionsView)
lawsOf('a chaos hypothesis', chaosViewCodec, chaosView)
lawsOf('a new decision', newDecisionViewCodec, newDecisionView)
lawsOf('planning', planningViewCodec, planningView)
lawsOf('corrections', correctionsViewCodec, correctionsView)
lawsOf('expectations', expectationsViewCodec, expectationsView)
lawsOf('the status page', statusViewCodec, statusView)

describe('an outdated link to a list of budgets', () => {
  it('falls back field by field', () => {
    const view = budgetsViewCodec.parse({
      team: 'payments,No Team',
      state: 'melted,at-risk',
      sort: '-remaining,colour,remaining',
    })
    expect(view.team).toEqual(['payments'])
    expect(view.state).toEqual(['at-risk'])
    expect(view.sort).toEqual([{ column: 'remaining', descending: true }])
  })
})
