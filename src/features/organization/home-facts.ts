import type { PeriodOnWire, Team } from '../../contract/catalog.ts'
import type { KeptBudgets } from '../../contract/kept-budgets.ts'
import type { RecoveryTable } from '../../contract/recovery-trend.ts'
import type { OutageCost } from '../../contract/outage-cost.ts'
import type { SlaAdherenceRow } from '../../contract/sla-indicators.ts'
import type { TicketTrendTable } from '../../contract/ticket-trend.ts'
import type { AttentionFacts } from '../../domain/attention.ts'
import { notSigned, signedWithin } from '../../domain/contract-beginning.ts'
import type { HomeRange } from './home-range.ts'

/** The indicators' own answers to the same periods and deployments; undefined while one is not here yet. */
export type HomeAnswers = Readonly<{
  kept: KeptBudgets
  recovery: RecoveryTable | undefined
  tickets: TicketTrendTable | undefined
  contracts: readonly ContractStanding[] | undefined
  teams: readonly Team[]
}>

/** A contract in all of its deployments. */
export type ContractStanding = Readonly<{
  slug: string
  name: string
  /** Where it did not hold in the period reported on. */
  brokenIn: readonly string[]
  /** Whether it has a verdict there at all. */
  hasVerdict: boolean
  /** The least that is left in the open period; null without one. */
  leastLeft: number | null
  /** Why nothing of the period reported on is judged by it; null where something is. */
  notSigned: string | null
  /** Where it began within that period: from when on it counts. */
  counted: string | null
  /** Null where the contract does not say what it is worth. */
  cost: Readonly<{ amount: number; currency: string }> | null
}>

const LAST_PERIODS = 3

export function contractStandings(
  rows: readonly SlaAdherenceRow[],
  costs: readonly OutageCost[],
  asOf: Pick<PeriodOnWire, 'start' | 'end'>,
): readonly ContractStanding[] {
  const contractual = rows.filter(({ type }) => type === 'contractual')
  return [...Map.groupBy(contractual, ({ id }) => id)].map(([slug, own]) => {
    const verdicts = own.flatMap(({ deployment, cells }) =>
      cells.slice(0, 1).map(({ adherence }) => ({ deployment, adherence })),
    )
    const left = own.flatMap(({ cells }) =>
      cells.flatMap(({ adherence, remaining }) =>
        adherence === 'open' && remaining !== null ? [remaining] : [],
      ),
    )
    const cost = costs.find(({ contract }) => contract.slug === slug)
    const since = own[0]?.contract?.since ?? null
    return {
      slug,
      name: own[0]?.name ?? slug,
      brokenIn: verdicts
        .filter(({ adherence }) => adherence === 'broken')
        .map(({ deployment }) => deployment),
      hasVerdict: verdicts.some(({ adherence }) => adherence === 'fulfilled' || adherence === 'broken'),
      leastLeft: left.length === 0 ? null : Math.min(...left),
      notSigned: notSigned(since, asOf),
      counted: signedWithin(since, asOf),
      cost: cost === undefined ? null : { amount: cost.cost, currency: cost.currency },
    }
  })
}

/** Services that broke a budget in each of the last closed periods shown. */
function consistentServices({ items, services }: KeptBudgets): readonly string[] {
  const closed = items.flatMap(({ period }, index) => (period.isOpen ? [] : [index])).slice(-LAST_PERIODS)
  if (closed.length < LAST_PERIODS) return []
  return services
    .filter(({ brokenPeriods }) => closed.every((index) => brokenPeriods[index] === true))
    .map(({ service }) => service)
}

export function attentionFacts(
  { kept, recovery, tickets, contracts, teams }: HomeAnswers,
  { asOf, compare }: Pick<HomeRange, 'asOf' | 'compare'>,
): AttentionFacts {
  const open = kept.items.findIndex(({ period }) => period.isOpen)
  const burning = teams.filter(({ burningCount }) => burningCount > 0)
  const downtimeOf = (id: string | undefined) =>
    recovery?.byPeriod.find(({ period }) => period.id === id)?.downtimeMinutes
  const [now, before] = [downtimeOf(asOf?.id), downtimeOf(compare?.id)]
  return {
    burningTeams: burning.map(({ name }) => name),
    burningCount: burning.reduce((sum, { burningCount }) => sum + burningCount, 0),
    openIncidentCount: recovery?.open.length ?? 0,
    openPeriod: kept.items[open]?.period.name ?? null,
    exhaustedServices: kept.services
      .filter(({ brokenPeriods }) => brokenPeriods[open] === true)
      .map(({ service }) => service),
    asOf: asOf?.name ?? '',
    brokenContracts: (contracts ?? []).filter(({ brokenIn }) => brokenIn.length > 0).map(({ name }) => name),
    consistentServices: consistentServices(kept),
    recovery: recovery?.recovery.line?.direction ?? null,
    tickets: tickets?.totals.direction ?? null,
    downtimeMinutes:
      now === undefined || before === undefined || compare === null
        ? null
        : { now, before, beforeIn: compare.name },
  }
}
