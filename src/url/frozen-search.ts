import { isoFromHour, type Hour } from '../domain/hours.ts'
import type { PeriodScheme } from '../domain/period.ts'
import { windowRange } from '../domain/time-window.ts'
import { budgetsViewCodec } from './budgets-view.ts'
import type { SearchParams } from './codec.ts'
import { sloViewCodec } from './slo-view.ts'

type Present = Readonly<{ scheme: PeriodScheme; nowHour: Hour; currentPeriodId: string }>

/**
 * The query string under which this page shows the same period for good, or null where a page only knows the present.
 * A live link says "current"; a frozen one names what that is now.
 */
export function frozenSearch(path: string, search: SearchParams, present: Present): SearchParams | null {
  if (path.startsWith('/slo/')) {
    const view = sloViewCodec.parse(search)
    if ('from' in view.range) return sloViewCodec.format(view)
    const { fromHour, toHour } = windowRange(view.range.window, present.scheme, present.nowHour)
    return sloViewCodec.format({ ...view, range: { from: isoFromHour(fromHour), to: isoFromHour(toHour) } })
  }
  if (path === '/explore' || path.startsWith('/explore/') || path === '/indicators/slos-by-service') {
    const view = budgetsViewCodec.parse(search)
    return budgetsViewCodec.format({ ...view, period: view.period ?? present.currentPeriodId })
  }
  return null
}
