import type { Matrix, MatrixCell, MatrixRow } from '../../../contract/hierarchy.ts'
import type { MatrixColumns, MatrixRows } from '../../../contract/names.ts'
import { looksBelow, type ExploreView } from '../../../url/explore-view.ts'
import { paths, type ExploreScope } from '../../../url/paths.ts'
import type { BudgetScope } from '../budgets-query.ts'

/** What every cell of a matrix has in common. */
export type MatrixPlace = Readonly<{
  scope: BudgetScope
  view: ExploreView
  rows: MatrixRows
  across: MatrixColumns
  earlierPeriods: Matrix['earlierPeriods']
  period: Matrix['period']
}>

/** "POST /charge Availability", "ledger", "Payments", "Latency". */
export function rowName({ slo, service, sliName, teamName }: MatrixRow): string {
  if (slo) return [slo.endpoint.verb, slo.endpoint.path, sliName].filter(Boolean).join(' ')
  return service ?? sliName ?? teamName ?? ''
}

/** One step down the hierarchy; where there is one budget only, to it. */
export function cellLink(
  cell: MatrixCell,
  row: MatrixRow,
  { slug }: Matrix['columns'][number],
  { scope, view, across, period }: MatrixPlace,
) {
  if (cell.seriesCount === 1) {
    const { start, end } = period
    return paths.slo(cell.worst, view.period === null ? {} : { range: { from: start, to: end } })
  }
  const column = across === 'deployment' ? { deployment: slug } : { sli: slug }
  return paths.explore({ ...scope, ...levelsOf(row), ...column }, looksBelow(view))
}

/** The row's own page: the level it names, in the deployment one looks at. */
export function rowLink(row: MatrixRow, { scope, view }: MatrixPlace) {
  return paths.explore({ ...scope, ...levelsOf(row) }, looksBelow(view))
}

/** The column's own page: the same place in that deployment, or for that SLI. */
export function columnLink(slug: string, { scope, view, across }: MatrixPlace) {
  return paths.explore(
    { ...scope, ...(across === 'deployment' ? { deployment: slug } : { sli: slug }) },
    looksBelow(view),
  )
}

function levelsOf({ team, service, sli, slo }: MatrixRow): ExploreScope {
  return {
    ...(team !== null && { team }),
    ...(service !== null && { service }),
    ...(sli !== null && { sli }),
    ...(slo !== null && { slo: slo.slug }),
  }
}
