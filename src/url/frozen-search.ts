import { isoFromHour, type Hour } from '../domain/hours.ts'
import type { PeriodScheme } from '../domain/period.ts'
import { windowRange } from '../domain/time-window.ts'
import { budgetsViewCodec } from './budgets-view.ts'
import type { SearchParams, UrlCodec } from './codec.ts'
import {
  adherenceCodec,
  depletionCodec,
  endpointsCodec,
  exhaustionCodec,
  keptCodec,
  onCallRotationsCodec,
  recoveryCodec,
  ticketsCodec,
} from './indicator-view.ts'
import { sloViewCodec } from './slo-view.ts'
import type { TableRange, ViewRange } from './view-range.ts'

export type Present = Readonly<{ scheme: PeriodScheme; nowHour: Hour; currentPeriodId: string }>

/**
 * The query string under which this page shows the same period for good, or null where a page only knows the present.
 * A live link says "current"; a frozen one names what that is now.
 */
export function frozenSearch(path: string, search: SearchParams, present: Present): SearchParams | null {
  if (path.startsWith('/slo/')) return withFixedRange(sloViewCodec, search, present)
  const frozen = tables[path]
  if (frozen !== undefined) return frozen(search, present)
  if (path === '/explore' || path.startsWith('/explore/') || path === '/indicators/slos-by-service') {
    const view = budgetsViewCodec.parse(search)
    return budgetsViewCodec.format({
      ...view,
      period: view.period ?? present.currentPeriodId,
      at: view.at ?? isoFromHour(present.nowHour),
    })
  }
  return null
}

type Freeze = (search: SearchParams, present: Present) => SearchParams

const tables: Readonly<Record<string, Freeze>> = {
  '/indicators/slo-adherence': freezing(adherenceCodec),
  '/indicators/error-budget-depletion': freezing(depletionCodec),
  '/indicators/premature-exhaustion': freezing(exhaustionCodec),
  '/indicators/least-available-endpoints': freezing(endpointsCodec),
  '/indicators/slowest-endpoints': freezing(endpointsCodec),
  '/indicators/on-call-rotations': freezing(onCallRotationsCodec),
  '/indicators/recovery-trend': freezing(recoveryCodec),
  '/indicators/kept-budgets': freezing(keptCodec),
  '/indicators/support-tickets': freezing(ticketsCodec),
}

/** With the dates goes the hour of the data: else an open period would go on changing under its link. */
function freezing<View extends Readonly<{ range: TableRange }>>(codec: UrlCodec<View>): Freeze {
  return (search, present) => {
    const view = codec.parse(search)
    if ('at' in view.range) return codec.format(view)
    const { from, to } = fixedRange(view.range, present)
    return codec.format({ ...view, range: { from, to, at: isoFromHour(present.nowHour) } })
  }
}

function withFixedRange(codec: typeof sloViewCodec, search: SearchParams, present: Present): SearchParams {
  const view = codec.parse(search)
  return codec.format({ ...view, range: fixedRange(view.range, present) })
}

function fixedRange(range: ViewRange, { scheme, nowHour }: Present) {
  if ('from' in range) return range
  const { fromHour, toHour } = windowRange(range.window, scheme, nowHour)
  return { from: isoFromHour(fromHour), to: isoFromHour(toHour) }
}
