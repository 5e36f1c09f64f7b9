import type { Situation } from '../../src/contract/on-call.ts'
import type { Service } from '../../src/contract/catalog.ts'
import { isoFromHour, type Hour } from '../../src/domain/hours.ts'
import { worstState } from '../../src/domain/state.ts'
import type { BudgetEntry, BudgetIndex } from '../budgets/budget-index.ts'
import type { CatalogIndex } from '../catalog-index.ts'
import { mapConcurrently } from '../map-concurrently.ts'
import type { Moment } from '../moment.ts'
import type { ApiDeps } from '../ports.ts'
import { readBurns } from './ongoing-burn.ts'

const READS_AT_ONCE = 8

type Dependency = Situation['dependencies'][number]
export type DependencyState = Dependency & Readonly<{ sinceHour: Hour | null }>

type Around = Readonly<{
  deps: ApiDeps
  index: CatalogIndex
  budgets: BudgetIndex
  moment: Moment
  deployment: string
}>

/** How the services stand in one deployment, each by its worst budget there. */
export async function dependencyStates(
  services: readonly Service[],
  relation: Dependency['relation'],
  around: Around,
): Promise<readonly DependencyState[]> {
  const names = new Set(services.map(({ slug }) => slug))
  const entries = Map.groupBy(
    around.budgets.entries.filter(
      ({ series: { member } }) => member.deployment === around.deployment && names.has(member.slo.service),
    ),
    ({ series: { member } }) => member.slo.service,
  )
  return mapConcurrently(services, READS_AT_ONCE, (service) =>
    stateOf(service, relation, entries.get(service.slug) ?? [], around),
  )
}

async function stateOf(
  { slug, team }: Service,
  relation: Dependency['relation'],
  entries: readonly BudgetEntry[],
  { deps, moment }: Around,
): Promise<DependencyState> {
  // A target of 100 % leaves nothing to spend: such a budget says how a service is only where it has no other.
  const spendable = entries.filter(({ standing }) => standing.budget.state !== 'no-budget')
  const state = worstState(
    (spendable.length > 0 ? spendable : entries).map(({ standing }) => standing.budget.state),
  )
  const worst = entries.find(({ standing }) => standing.budget.state === state)
  const fastest = entries
    .filter(({ standing }) => standing.burning !== null)
    .reduce<BudgetEntry | null>((most, one) => (rateOf(one) > rateOf(most) ? one : most), null)
  const burning = fastest?.standing.burning ?? null
  const plain = { service: slug, team, relation, state, worstSloId: worst?.series.member.slo.id ?? null }
  if (fastest === null || burning === null) return { ...plain, burning: null, sinceHour: null }
  const { ongoing } = await readBurns(deps, fastest.series.member, moment)
  const sinceHour = ongoing?.startHour ?? null
  return {
    ...plain,
    sinceHour,
    burning: {
      sloId: fastest.series.member.slo.id,
      rate: burning.rate,
      longHours: burning.longHours,
      since: sinceHour === null ? null : isoFromHour(sinceHour),
    },
  }
}

const rateOf = (entry: BudgetEntry | null) => entry?.standing.burning?.rate ?? 0
