import { foundSeries } from '../catalog-index.ts'
import type { Route } from '../context.ts'
import { periodsWithData } from '../moment.ts'
import { requestedWindow } from '../window-range.ts'
import { periodBudgetOnWire } from '../wire.ts'

export const listVerdicts: Route<'listVerdicts'> = async ({ params, query }, { book, index, moment }) => {
  const member = { slo: foundSeries(index, params), deployment: params.deployment }
  const now = await moment()
  const { fromHour, toHour } = requestedWindow(query, 'current-year', now)
  const periods = periodsWithData(now).filter(
    (period) => period.startHour < toHour && period.endHour > fromHour,
  )
  const standings = await Promise.all(periods.map((period) => book.standings([member], period, now)))
  return {
    items: standings
      .flat()
      .flatMap((standing) => (standing === null ? [] : [periodBudgetOnWire(standing.budget, now.nowHour)])),
  }
}
