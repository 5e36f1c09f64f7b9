import type { KeptBudgets } from '../../src/contract/kept-budgets.ts'
import { compareAbsentLast } from '../../src/domain/compare-absent-last.ts'
import { isoFromHour } from '../../src/domain/hours.ts'
import { servicesKept } from '../../src/domain/roll-up.ts'
import type { CatalogIndex } from '../catalog-index.ts'
import type { Moment } from '../moment.ts'
import { periodOnWire } from '../wire.ts'
import type { BudgetEntry, BudgetIndex } from './budget-index.ts'

type PeriodEntries = Readonly<{ index: BudgetIndex; entries: readonly BudgetEntry[] }>

/** Services that kept every budget, by period: all of them, by team, and one by one. */
export function keptBudgets(
  indexes: readonly BudgetIndex[],
  isChosen: (entry: BudgetEntry) => boolean,
  catalog: CatalogIndex,
  { nowHour }: Moment,
): KeptBudgets {
  const periods = indexes.map((index) => ({ index, entries: index.entries.filter(isChosen) }))
  return {
    dataUpTo: isoFromHour(nowHour),
    items: periods.map(({ index, entries }) => ({
      period: periodOnWire(index.period, nowHour),
      ...kept(entries),
    })),
    teams: keptByTeam(periods, catalog),
    services: keptByService(periods, catalog),
  }
}

function keptByTeam(periods: readonly PeriodEntries[], { catalog }: CatalogIndex): KeptBudgets['teams'] {
  const grouped = periods.map(({ entries }) => Map.groupBy(entries, (entry) => entry.series.member.slo.team))
  return catalog.teams.flatMap(({ slug, name }) => {
    if (grouped.every((teams) => !teams.has(slug))) return []
    const items = grouped.map((teams) => {
      const { kept: keptCount, counted } = kept(teams.get(slug) ?? [])
      return { kept: keptCount, counted }
    })
    return [{ team: slug, name, items }]
  })
}

/** Of very many services the worst: a list that nobody can read to its end is of no use. */
const MOST_SERVICES = 100

/** Worst first; ties by name. */
function keptByService(
  periods: readonly PeriodEntries[],
  { services }: CatalogIndex,
): KeptBudgets['services'] {
  const grouped = periods.map(({ entries }) =>
    Map.groupBy(entries, (entry) => entry.series.member.slo.service),
  )
  const known = new Set(grouped.flatMap((groups) => [...groups.keys()]))
  return [...known]
    .map((service) => ({
      service,
      team: services.get(service)?.team ?? '',
      brokenPeriods: grouped.map((groups) => isBroken(groups.get(service) ?? [])),
    }))
    .toSorted((a, b) => countBroken(b) - countBroken(a) || compareAbsentLast(a.service, b.service))
    .slice(0, MOST_SERVICES)
}

/** Null where nothing could be broken: no verdict, no state that may become one. */
function isBroken(entries: readonly BudgetEntry[]): boolean | null {
  const { kept: keptCount, counted } = kept(entries)
  return counted === 0 ? null : keptCount === 0
}

function countBroken({ brokenPeriods }: KeptBudgets['services'][number]): number {
  return brokenPeriods.filter((broken) => broken === true).length
}

function kept(entries: readonly BudgetEntry[]) {
  return servicesKept(
    entries.map(({ series, standing }) => ({
      service: series.member.slo.service,
      state: standing.budget.state,
    })),
  )
}
