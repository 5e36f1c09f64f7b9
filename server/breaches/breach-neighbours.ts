import type { SloBreachDetail } from '../../src/contract/slo-breaches.ts'
import type { Service } from '../../src/contract/catalog.ts'
import { isoFromHour, type Hour } from '../../src/domain/hours.ts'
import { periodAt } from '../../src/domain/period.ts'
import { periodBudget } from '../../src/domain/period-budget.ts'
import { statesBySeverity, worstState, type BudgetState } from '../../src/domain/state.ts'
import type { ListedSeries } from '../budgets/listed-series.ts'
import { hoursBehind } from '../budgets/period-figures.ts'
import { keyOf, livesIn, loadSeries } from '../budgets/series.ts'
import type { CatalogIndex } from '../catalog-index.ts'
import { mapConcurrently } from '../map-concurrently.ts'
import type { Moment } from '../moment.ts'
import { callees, callers } from '../on-call/neighbours.ts'
import type { ApiDeps } from '../ports.ts'
import { breachEntries, type BreachEntry } from './breach-entries.ts'

type Neighbour = SloBreachDetail['neighbours'][number]

type Around = Readonly<{
  deps: ApiDeps
  index: CatalogIndex
  source: Parameters<typeof breachEntries>[0]
  listed: readonly ListedSeries[]
}>

const READS_AT_ONCE = 8

/** What the service calls and what calls it, as they stood in the same deployment when its breach had lasted an hour. */
export async function neighboursDuring(
  { series, breach }: BreachEntry,
  { deps, index, source, listed }: Around,
): Promise<readonly Neighbour[]> {
  const { slo, deployment } = series.member
  const around = [
    ...callees(index, slo.service).map((service) => ({ service, relation: 'calls' as const })),
    ...callers(index, slo.service).map((service) => ({ service, relation: 'called-by' as const })),
  ]
  const { moment } = source
  const asOf = Math.min(breach.startHour + 1, moment.nowHour)
  const overlapping = { fromHour: breach.startHour, toHour: breach.endHour ?? moment.nowHour }
  const places = around.map((place) => ({ ...place, own: ofService(listed, place.service, deployment) }))
  const all = await breachEntries(source, [...new Set(places.flatMap(({ own }) => own))], overlapping)
  const found = await mapConcurrently(places, READS_AT_ONCE, async ({ service, relation, own }) => {
    const states = await Promise.all(own.map((each) => stateThen(deps, each, asOf, moment)))
    return {
      service: service.slug,
      team: service.team,
      relation,
      state: worstState(spendable(states.filter((state) => state !== null))),
      breaches: all
        .filter((each) => own.includes(each.series))
        .map((each) => ({
          id: each.id,
          sloId: each.series.member.slo.id,
          start: isoFromHour(each.breach.startHour),
          isOpen: each.breach.endHour === null,
        })),
    }
  })
  return found.toSorted(
    (a, b) =>
      Number(a.relation === 'called-by') - Number(b.relation === 'called-by') ||
      b.breaches.length - a.breaches.length ||
      rankOf(a.state) - rankOf(b.state),
  )
}

function ofService(listed: readonly ListedSeries[], { slug }: Service, deployment: string) {
  return listed.filter(({ member }) => member.slo.service === slug && member.deployment === deployment)
}

/** A target of 100 % leaves nothing to spend: it says how a service is only where it has no other. */
function spendable(states: readonly BudgetState[]): readonly BudgetState[] {
  const others = states.filter((state) => state !== 'no-budget')
  return others.length > 0 ? others : states
}

/** As it would have been told then: hours that came later are left out. */
async function stateThen(
  deps: ApiDeps,
  { member }: ListedSeries,
  asOf: Hour,
  { scheme }: Moment,
): Promise<BudgetState | null> {
  const period = periodAt(scheme, asOf - 1)
  if (!livesIn(await deps.buckets.lifetime(keyOf(member)), { startHour: period.startHour, endHour: asOf }))
    return null
  const { fromHour, toHour } = hoursBehind(period, Math.min(asOf, period.endHour - 1))
  const series = await loadSeries(deps, member, fromHour, Math.min(toHour, asOf))
  return periodBudget(series, period, Math.min(asOf, period.endHour - 1)).state
}

function rankOf(state: BudgetState | null): number {
  return state === null ? statesBySeverity.length : statesBySeverity.indexOf(state)
}
