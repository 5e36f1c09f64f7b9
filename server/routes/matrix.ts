import type { BudgetEntry } from '../budgets/budget-index.ts'
import { DEFAULT_SORT } from '../budgets/budget-sort.ts'
import { requestedPeriod } from '../budgets/requested-period.ts'
import { chosenNames } from '../catalog-index.ts'
import type { Route } from '../context.ts'
import { matrixColumnsOf } from '../hierarchy/matrix-columns.ts'
import { matrixDraft } from '../hierarchy/matrix-draft.ts'
import { matrixPage, periodsBefore } from '../hierarchy/matrix-page.ts'
import { listIdentity, pageOf } from '../page.ts'
import { periodOnWire } from '../wire.ts'

/** The hierarchy, any level by any other: one answer for all that stands on the page. */
export const readMatrix: Route<'readMatrix'> = async ({ query }, context) => {
  const { period: periodId, cursor, limit, ...asked } = query
  const {
    deployment,
    stage,
    rows,
    columns = 'deployment',
    group,
    beside,
    sort,
    state,
    burning,
    ...selection
  } = asked
  const { index: catalog, book } = context
  const moment = await context.moment()
  const period = requestedPeriod(periodId, moment)
  const deployments = chosenNames('deployment', deployment, catalog.deployments)
  const isBesideShown = beside !== undefined && columns === 'deployment' && deployments !== null
  const isChosen = ({ series }: BudgetEntry) =>
    (deployments?.has(series.member.deployment) ?? true) && (stage === undefined || series.isProduction)

  const identity = listIdentity(`matrix ${period.id}`, asked)
  const { draft, heads } = await context.tables.of(identity, catalog, moment, async () => {
    const index = await context.budgetIndexes.of(period, catalog, moment)
    const entries = index
      .select(selection, DEFAULT_SORT)
      .filter((entry) => isChosen(entry) || (isBesideShown && entry.series.isProduction))
    return {
      draft: matrixDraft(entries, isChosen, { rows, columns, group, sort, state, burning }),
      heads: matrixColumnsOf(entries, isChosen, columns, catalog),
    }
  })
  const page = pageOf(
    { items: draft.rows, identity, positionOf: ({ position }) => position, compare: draft.compare },
    { cursor, limit },
  )
  return {
    ...page,
    items: await matrixPage(page.items, heads, rows ?? 'slo', { book, moment, period }),
    period: periodOnWire(period, moment.nowHour),
    earlierPeriods: periodsBefore(period, moment).map(({ id, name }) => ({ id, name })),
    rows: rows ?? 'slo',
    columns: heads,
  }
}
