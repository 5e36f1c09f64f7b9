import type { KeptOverviewTable, KeptRow, KeptSortColumn } from '../../src/contract/kept-overview.ts'
import { describeKept } from '../../src/domain/describe-slo-indicators.ts'
import {
  isConsistentlyAbove,
  keptMarks,
  keptOverview,
  type KeptEntry,
} from '../../src/domain/kept-overview.ts'
import type { Period } from '../../src/domain/period.ts'
import { isOpenAt } from '../budgets/period-figures.ts'
import { placeOf } from '../budgets/listed-series.ts'
import type { CatalogIndex } from '../catalog-index.ts'
import type { Moment } from '../moment.ts'
import { keyIn, rowOrder, type RowOrder, type SortKey } from '../row-order.ts'
import type { Placed } from './facets.ts'
import type { SeriesOverPeriods } from './period-entries.ts'

/** Who broke budgets in most periods comes first. */
export const KEPT_SORT = '-broken,service'

/** Facets count services here: a service with ten SLOs is one row. */
export function servicePlace({ series }: SeriesOverPeriods): Placed {
  const place = placeOf(series)
  return { ...place, item: place.service }
}

type KeptTable = Readonly<{ rows: readonly KeptRow[] }> &
  Pick<KeptOverviewTable, 'totals' | 'marks' | 'answer'>

export function keptTable(
  series: readonly SeriesOverPeriods[],
  periods: readonly Period[],
  { services, teams }: CatalogIndex,
  { nowHour }: Moment,
): KeptTable {
  const entries = series.flatMap(({ series: { member }, entries: own }) =>
    own.flatMap((entry, at): KeptEntry[] => {
      const period = periods[at]
      if (entry === null || period === undefined) return []
      return [{ service: member.slo.service, periodId: period.id, state: entry.standing.budget.state }]
    }),
  )
  const closed = periods.filter((period) => !isOpenAt(period, nowHour))
  const overview = keptOverview(
    entries,
    periods.map(({ id }) => id),
  )
  // An open period has hardly broken anything yet: with it every service would seem to improve.
  const ended = keptOverview(
    entries,
    closed.map(({ id }) => id),
  )
  const improving = new Map(ended.rows.map(({ service, isImproving }) => [service, isImproving]))
  const broken = new Map(ended.rows.map(({ service, cells }) => [service, brokenAmong(cells)]))
  const closedTotals = ended.totals.map((total, at) => ({ ...total, periodName: closed[at]?.name ?? '' }))
  return {
    rows: overview.rows.map(({ service, cells }) => {
      const team = services.get(service)?.team ?? ''
      return {
        service,
        team,
        teamName: teams.get(team)?.name ?? team,
        cells: cells.map(({ within, broke, silent, isKept }) => ({ within, broke, silent, isKept })),
        brokenPeriods: broken.get(service) ?? null,
        isImproving: improving.get(service) ?? false,
      }
    }),
    totals: overview.totals.map(({ kept, counted, share }) => ({ kept, counted, share })),
    marks: keptMarks.map((share) => ({ share, isConsistent: isConsistentlyAbove(closedTotals, share) })),
    answer: describeKept(
      closedTotals,
      entries.filter(({ periodId }) => closed.some(({ id }) => id === periodId)).map(({ state }) => state),
    ),
  }
}

/** Where nothing was judged, nothing is known to have been kept either. */
function brokenAmong(cells: readonly Readonly<{ isKept: boolean | null }>[]): number | null {
  const verdicts = cells.flatMap(({ isKept }) => isKept ?? [])
  return verdicts.length === 0 ? null : verdicts.filter((isKept) => !isKept).length
}

const keys: Readonly<Record<KeptSortColumn, (row: KeptRow) => SortKey>> = {
  service: ({ service }) => service,
  team: ({ teamName }) => teamName,
  broken: ({ brokenPeriods }) => brokenPeriods,
}

/** A period's own column sorts by how many SLOs broke their budgets in it. */
export function keptOrder(sort: string, periods: readonly Period[]): RowOrder<KeptRow> {
  const keyOfColumn = keyIn(keys)
  const keyOf = (column: string) => {
    const at = periods.findIndex(({ id }) => id === column)
    if (at < 0) return keyOfColumn(column)
    return ({ cells }: KeptRow) => {
      const cell = cells[at]
      return cell === undefined || cell.isKept === null ? null : cell.broke
    }
  }
  return rowOrder(sort, keyOf, ({ service }) => service)
}
