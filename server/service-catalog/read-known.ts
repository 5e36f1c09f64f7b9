import { worstState } from '../../src/domain/state.ts'
import type { CatalogRow } from '../../src/contract/service-catalog.ts'
import { missingOf } from '../../src/domain/service-catalog.ts'
import type { BudgetEntry } from '../budgets/budget-index.ts'
import { servicesWithPolicy } from '../calendar/agreed-policies.ts'
import type { ApiContext } from '../context.ts'
import { countEntries } from '../hierarchy/count-entries.ts'
import { rotationEntries } from '../indicators/rotation-table.ts'
import { knownServices, type KnownService } from './known-services.ts'

/** What lists and pages of the catalog are made of. */
export async function readKnown(context: ApiContext) {
  const { deps, index } = context
  const now = await context.moment()
  const range = { fromHour: now.nowHour, toHour: now.nowHour + 1 }
  const [entries, rotations, budgets] = await Promise.all([
    deps.entries.list('service-facts'),
    rotationEntries(deps.records, range, now.nowHour, index),
    context.budgetIndexes.of(now.currentPeriod, index, now),
  ])
  const inForce = rotations.filter(({ isInForce }) => isInForce)
  const services = knownServices(index, {
    entries,
    rotations: inForce,
    withPolicy: servicesWithPolicy(index.catalog),
    nowMs: deps.now(),
  })
  const production = budgets.entries.filter(({ series }) => series.isProduction)
  const byService = Map.groupBy(production, ({ series }) => series.member.slo.service)
  return { now, services, rotations: inForce, byService }
}

export type Known = Awaited<ReturnType<typeof readKnown>>

export function rowOf(
  service: KnownService,
  { byService }: Pick<Known, 'byService'>,
  { index }: Pick<ApiContext, 'index'>,
  place: Readonly<{ depth: number; isContext: boolean }> = { depth: 0, isContext: false },
): CatalogRow {
  const own = service.group.flatMap((name) => byService.get(name) ?? [])
  return {
    slug: service.slug,
    name: service.name,
    team: service.team,
    teamName: index.teams.get(service.team)?.name ?? service.team,
    description: service.description,
    level: service.level,
    stage: service.stage,
    liveFrom: service.profile?.liveFrom ?? null,
    product: service.product,
    partOf: service.partOf,
    partCount: service.parts.length,
    ...place,
    endpointCount: service.endpointCount,
    sloCount: service.sloCount,
    budgets: budgetsOf(own),
    confirmed: service.confirmed,
    missing: [...missingOf(service)],
  }
}

/** Counts and the worst, as every roll-up: percentages of different SLOs make no sum. */
function budgetsOf(entries: readonly BudgetEntry[]): CatalogRow['budgets'] {
  if (entries.length === 0) return null
  return {
    ...countEntries(entries),
    worstState: worstState(entries.map(({ standing }) => standing.budget.state)),
  }
}
