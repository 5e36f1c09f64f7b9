import { hourFromIso, isoFromHour, type Hour } from '../domain/hours.ts'
import { periodById, periodsBetween, type PeriodScheme } from '../domain/period.ts'
import { windowRange, windowWords } from '../domain/time-window.ts'
import { breachesViewCodec } from './breaches-view.ts'
import { budgetsViewCodec, type BudgetsView } from './budgets-view.ts'
import type { SearchParams, UrlCodec } from './codec.ts'
import { exploreViewCodec } from './explore-view.ts'
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
import { slaAdherenceCodec, slaDepletionCodec, slasCodec } from './sla-view.ts'
import { isExplore, isSharedList, SLOS_BY_SERVICE, type SharedList } from './own-share.ts'
import { planningViewCodec } from './planning-view.ts'
import { sloViewCodec } from './slo-view.ts'
import { parseHour, type TableRange, type ViewRange } from './view-range.ts'

export type Present = Readonly<{ scheme: PeriodScheme; nowHour: Hour; currentPeriodId: string }>

/** A link to a view, and what whoever opens it will see. */
type Shared = Readonly<{ search: SearchParams; says: string }>

export type SharedViews = Readonly<{
  /** Shows the present whenever it is opened. */
  live: Shared
  /** Shows what is shown now for good; null where a page only knows the present. */
  frozen: Shared | null
}>

/** A live link says "current"; a frozen one names what that is now. */
export function sharedViews(path: string, search: SearchParams, present: Present): SharedViews {
  return (
    (isSharedList(path) ? tables[path](search, present) : null) ??
    (path.startsWith('/slo/') ? sharedRange(sloViewCodec, search, present) : null) ??
    (path === '/breaches' ? sharedRange(breachesViewCodec, search, present) : null) ??
    (path === '/planning' ? sharedPlanning(search, present) : null) ??
    (closedOnes.has(path) ? sharedClosed(search, present) : null) ??
    // What they are narrowed by and the span stand in the address as in those of the indicators.
    (path === '/decisions/set-sla' ? tables['/indicators/sla-adherence'](search, present) : null) ??
    (path === '/decisions/sre-capacity' ? tables['/indicators/sla-adherence'](search, present) : null) ??
    (isExplore(path) ? sharedList(exploreViewCodec, search, present) : null) ??
    (path === SLOS_BY_SERVICE ? sharedList(budgetsViewCodec, search, present) : null) ?? {
      live: { search, says: 'The present, whenever it is opened.' },
      frozen: null,
    }
  )
}

export function frozenSearch(path: string, search: SearchParams, present: Present): SearchParams | null {
  return sharedViews(path, search, present).frozen?.search ?? null
}

type Sharing = (search: SearchParams, present: Present) => SharedViews

const THE_SAME = 'Shows the same rows later.'

const tables: Readonly<Record<SharedList, Sharing>> = {
  '/indicators/slo-adherence': sharing(adherenceCodec),
  '/indicators/error-budget-depletion': sharing(depletionCodec),
  '/indicators/premature-exhaustion': sharing(exhaustionCodec),
  '/indicators/least-available-endpoints': sharing(endpointsCodec),
  '/indicators/slowest-endpoints': sharing(endpointsCodec),
  '/indicators/on-call-rotations': sharing(onCallRotationsCodec),
  '/indicators/recovery-trend': sharing(recoveryCodec),
  '/indicators/kept-budgets': sharing(keptCodec),
  '/indicators/slas-by-service': sharing(slasCodec),
  '/indicators/sla-adherence': sharing(slaAdherenceCodec),
  '/indicators/sla-depletion': sharing(slaDepletionCodec),
  '/indicators/support-tickets': sharing(ticketsCodec),
}

const CHANGES = 'Rows change as hours come and periods close.'

/** With the dates goes the hour of the data: else an open period would go on changing under its link. */
function sharing<View extends Readonly<{ range: TableRange }>>(codec: UrlCodec<View>): Sharing {
  return (search, present) => {
    const view = codec.parse(search)
    const range =
      'at' in view.range
        ? view.range
        : { ...fixedRange(view.range, present), at: isoFromHour(present.nowHour) }
    const live = 'from' in view.range ? { ...view, range: codec.parse({}).range } : view
    const seen = range.at === isoFromHour(present.nowHour) ? 'as seen now' : `as of ${utc(range.at)}`
    return {
      live: { search: codec.format(live), says: `${nameOfWindow(live.range)}. ${CHANGES}` },
      frozen: {
        search: codec.format({ ...view, range }),
        says: `${namesOf(range, present)} ${seen}. ${THE_SAME}`,
      },
    }
  }
}

function sharedList<View extends BudgetsView>(
  codec: UrlCodec<View>,
  search: SearchParams,
  present: Present,
): SharedViews {
  const view = codec.parse(search)
  const period = view.period ?? present.currentPeriodId
  const at = view.at ?? isoFromHour(present.nowHour)
  const named = periodById(present.scheme, period)
  return {
    live: {
      search: codec.format({ ...view, period: null, at: null }),
      says: `Current period. ${CHANGES}`,
    },
    frozen: {
      search: codec.format({ ...view, period, at }),
      says: `${named === null ? period : nameWithYear(named)} ${view.at === null ? 'as seen now' : `as of ${utc(at)}`}. ${THE_SAME}`,
    },
  }
}

/** Of closed periods: which was the last of them follows from the hour. */
function sharedPlanning(search: SearchParams, present: Present): SharedViews {
  const view = planningViewCodec.parse(search)
  const at = view.at ?? isoFromHour(present.nowHour)
  const named = view.period === null ? null : periodById(present.scheme, view.period)
  return {
    live: {
      search: planningViewCodec.format({ ...view, period: null, at: null }),
      says: `The last closed period. ${CHANGES}`,
    },
    frozen: {
      search: planningViewCodec.format({ ...view, at }),
      says: `${named === null ? 'The last closed period' : nameWithYear(named)} ${view.at === null ? 'as seen now' : `as of ${utc(at)}`}. ${THE_SAME}`,
    },
  }
}

/** Their codecs stay with the pages, which few people open. */
const closedOnes: ReadonlySet<string> = new Set([
  '/decisions/api-consumption',
  '/decisions/tighter-slo',
  '/decisions/set-slo',
  '/decisions/chaos-hypothesis',
])

/** Of the last closed periods: which these are, and what stands out in them, follows from the hour. */
function sharedClosed({ at: asked, ...search }: SearchParams, present: Present): SharedViews {
  const seen = parseHour(asked)
  const at = seen ?? isoFromHour(present.nowHour)
  return {
    live: { search, says: `The last closed periods. ${CHANGES}` },
    frozen: {
      search: { ...search, at },
      says: `The last closed periods ${seen === null ? 'as seen now' : `as of ${utc(at)}`}. ${THE_SAME}`,
    },
  }
}

function sharedRange<View extends Readonly<{ range: ViewRange }>>(
  codec: UrlCodec<View>,
  search: SearchParams,
  present: Present,
): SharedViews {
  const view = codec.parse(search)
  const range = fixedRange(view.range, present)
  const live = 'from' in view.range ? { ...view, range: codec.parse({}).range } : view
  return {
    live: { search: codec.format(live), says: `${nameOfWindow(live.range)}, whenever it is opened.` },
    frozen: {
      search: codec.format({ ...view, range }),
      says: `${namesOf(range, present)}, for good. A period that is still open goes on until it ends.`,
    },
  }
}

function fixedRange(range: ViewRange, { scheme, nowHour }: Present) {
  if ('from' in range) return range
  const { fromHour, toHour } = windowRange(range.window, scheme, nowHour)
  return { from: isoFromHour(fromHour), to: isoFromHour(toHour) }
}

function nameOfWindow(range: TableRange): string {
  return 'window' in range ? windowWords[range.window] : 'Fixed dates'
}

/** "P1–P12 of 2026" where these are whole periods, else the dates. */
function namesOf({ from, to }: Readonly<{ from: string; to: string }>, { scheme }: Present): string {
  const [fromHour, toHour] = [hourFromIso(from), hourFromIso(to)]
  const periods = fromHour === null || toHour === null ? [] : periodsBetween(scheme, fromHour, toHour)
  const [first] = periods
  const last = periods.at(-1)
  if (first === undefined || last === undefined || first.startHour !== fromHour || last.endHour !== toHour) {
    return `${utc(from)} to ${utc(to)}`
  }
  if (first === last) return nameWithYear(first)
  if (yearOf(first) !== yearOf(last)) return `${nameWithYear(first)} to ${nameWithYear(last)}`
  return `${first.name}–${nameWithYear(last)}`
}

type Named = Readonly<{ id: string; name: string }>

function nameWithYear(period: Named): string {
  return period.name.includes(yearOf(period)) ? period.name : `${period.name} of ${yearOf(period)}`
}

/** Every scheme's ids begin with the year they count for. */
function yearOf({ id }: Named): string {
  return id.slice(0, 4)
}

function utc(instant: string): string {
  return `${instant.slice(0, 16).replace('T', ' ')} UTC`
}
