import {
  contractPeriod,
  type ContractPart,
  type ContractPeriod,
} from '../../src/domain/contract-adherence.ts'
import type { Period } from '../../src/domain/period.ts'
import type { PeriodBudget } from '../../src/domain/period-budget.ts'
import type { BudgetBook } from '../budgets/budget-book.ts'
import type { Member } from '../budgets/series.ts'
import type { Moment } from '../moment.ts'
import { endpointSlaName, type ContractualSla, type EndpointSla, type KnownSlas } from './known-slas.ts'

/** How an endpoint-level SLA stood in each of the periods; null where its series did not exist. */
export type EndpointOverPeriods = Readonly<{ sla: EndpointSla; budgets: readonly (PeriodBudget | null)[] }>

export type ContractOverPeriods = Readonly<{
  sla: ContractualSla
  parts: readonly EndpointOverPeriods[]
  /** Its own measure; null as a whole where it has none. */
  own: readonly (PeriodBudget | null)[] | null
  /** Null where neither it nor any of its parts existed. */
  periods: readonly (ContractPeriod | null)[]
}>

export type SlasOverPeriods = Readonly<{
  contracts: readonly ContractOverPeriods[]
  endpoints: readonly EndpointOverPeriods[]
}>

type Source = Readonly<{ slaBook: BudgetBook; moment: Moment }>

/** What existed in none of the periods is left out. */
export async function slasOverPeriods(
  { contracts, endpoints }: KnownSlas,
  periods: readonly Period[],
  source: Source,
): Promise<SlasOverPeriods> {
  // Parts of a contract that has a beginning are others than the endpoints' own promises.
  const promises = [...new Set([...endpoints, ...contracts.flatMap(({ parts }) => parts)])]
  const measured = await budgetsOver(
    promises.map(({ member }) => member),
    periods,
    source,
  )
  const journeys = contracts.flatMap(({ journey }) => journey ?? [])
  const ofJourneys = await budgetsOver(journeys, periods, source)
  const overOf = new Map(
    promises.map((sla, row): [EndpointSla, EndpointOverPeriods] => [
      sla,
      { sla, budgets: measured[row] ?? [] },
    ]),
  )
  const existed = (budgets: readonly unknown[]) => budgets.some((budget) => budget !== null)
  return {
    contracts: contracts
      .map((sla): ContractOverPeriods => {
        const parts = sla.parts.flatMap((part) => overOf.get(part) ?? [])
        const own = sla.journey === null ? null : (ofJourneys[journeys.indexOf(sla.journey)] ?? [])
        return { sla, parts, own, periods: periods.map((_, at) => contractIn(own, parts, at)) }
      })
      .filter((contract) => existed(contract.periods)),
    endpoints: endpoints.flatMap((sla) => overOf.get(sla) ?? []).filter(({ budgets }) => existed(budgets)),
  }
}

function contractIn(
  own: readonly (PeriodBudget | null)[] | null,
  parts: readonly EndpointOverPeriods[],
  at: number,
): ContractPeriod | null {
  const here = partsIn(parts, at)
  const measure = own?.[at] ?? null
  if (measure === null && here.length === 0) return null
  return contractPeriod(measure, here)
}

/** The parts that existed in the period. */
export function partsIn(parts: readonly EndpointOverPeriods[], at: number): readonly ContractPart[] {
  return parts.flatMap(({ sla, budgets }) => {
    const budget = budgets[at]
    return budget ? [{ id: sla.id, service: sla.slo.service, budget }] : []
  })
}

/** Row by row the budgets of the members, in the order of the periods. */
async function budgetsOver(
  members: readonly Member[],
  periods: readonly Period[],
  { slaBook, moment }: Source,
): Promise<readonly (readonly (PeriodBudget | null)[])[]> {
  const columns: (readonly (PeriodBudget | null)[])[] = []
  for (const period of periods) {
    // One after the other: each reads all series of its period, as many at once as the store should bear.
    const standings = await slaBook.standings(members, period, moment)
    columns.push(standings.map((standing) => standing?.budget ?? null))
  }
  return members.map((_, row) => columns.map((column) => column[row] ?? null))
}

/** A part of a contract, as rows name it. */
export function memberOnWire(part: ContractPart, parts: readonly EndpointOverPeriods[]) {
  const sla = parts.find((one) => one.sla.id === part.id)?.sla
  return {
    sloId: sla?.slo.id ?? part.id,
    name: sla === undefined ? part.id : endpointSlaName(sla),
    service: part.service,
    remaining: part.budget.remaining,
  }
}
