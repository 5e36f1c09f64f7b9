import { spanScales, tableScales, type SpanScale } from '../contract/names.ts'
import { formatGrowthFilter, parseGrowthFilter } from '../domain/growth-filter.ts'
import type { GrowthFilter } from '../domain/ticket-trend.ts'
import { isOfHours, windowNames, type WindowName } from '../domain/time-window.ts'
import { oneOf, slugsFrom, type UrlCodec } from './codec.ts'
import { formatColumns, parseColumns, type ColumnChoice } from './column-choice.ts'
import { formatIndicatorSort, parseIndicatorSort, type IndicatorSort } from './indicator-sort.ts'
import { formatRange, parseTableRange, type TableRange } from './view-range.ts'

/** What a link to an indicator's table shows. An empty list of choices means all of them. */
export type IndicatorView = Readonly<{
  team: readonly string[]
  service: readonly string[]
  sli: readonly string[]
  /** Ids of SLOs, as drill-downs from a single one set them. */
  slo: readonly string[]
  deployment: readonly string[]
  showDefaults: boolean
  prematureOnly: boolean
  search: string
  range: TableRange
  /** `window` adds up just the hours of the window, where an indicator can be cut by nothing. */
  scale: SpanScale
  /** Graphs where the indicator has some. */
  show: 'table' | 'graph'
  /** Most significant first; empty means the indicator's own order. */
  sort: readonly IndicatorSort[]
  columns: ColumnChoice
}>

export const indicatorFacets = ['team', 'service', 'sli', 'deployment'] as const

/** Windows that hold at least one period; hours and days belong to the burn-down. */
export const tableWindows = windowNames.filter((name) => !isOfHours(name))

const listNames = [...indicatorFacets, 'slo'] as const
/** The server takes no longer search. */
const MOST_SEARCHED = 200

type IndicatorOwn = Readonly<{
  window: WindowName
  prematureOnly: boolean
  /** `hours`: what is counted has a meaning for any hours, not for periods alone. */
  takes?: 'periods' | 'hours'
}>

/** One codec an indicator: what it shows by itself is left out of its addresses. */
export function indicatorCodec(own: IndicatorOwn): UrlCodec<IndicatorView> {
  const takesHours = own.takes === 'hours'
  const windows = takesHours ? windowNames : tableWindows
  const scales = takesHours ? spanScales : tableScales
  const isShort = (range: TableRange) => 'window' in range && isOfHours(range.window)
  return {
    parse: (params) => ({
      team: slugsFrom(params['team']),
      service: slugsFrom(params['service']),
      sli: slugsFrom(params['sli']),
      slo: slugsFrom(params['slo']),
      deployment: slugsFrom(params['deployment']),
      showDefaults: params['defaults'] !== 'hide',
      prematureOnly:
        oneOf(['only', 'all'], params['premature'], own.prematureOnly ? 'only' : 'all') === 'only',
      search: (params['q'] ?? '').slice(0, MOST_SEARCHED),
      ...cutOf(parseTableRange(params, windows, own.window), oneOf(scales, params['scale'], 'period')),
      show: oneOf(['table', 'graph'], params['show'], 'table'),
      sort: parseIndicatorSort(params['sort']),
      columns: parseColumns(params['columns']),
    }),

    format: (view) => ({
      ...Object.fromEntries(
        listNames.filter((name) => view[name].length > 0).map((name) => [name, view[name].join(',')]),
      ),
      ...(!view.showDefaults && { defaults: 'hide' }),
      ...(view.prematureOnly !== own.prematureOnly && { premature: view.prematureOnly ? 'only' : 'all' }),
      ...(view.search !== '' && { q: view.search }),
      ...formatRange(view.range, own.window),
      ...(view.scale !== 'period' && !isShort(view.range) && { scale: view.scale }),
      ...(view.show !== 'table' && { show: view.show }),
      ...(view.sort.length > 0 && { sort: formatIndicatorSort(view.sort) }),
      ...formatColumns(view.columns),
    }),
  }
}

/** Hours and days are shorter than a period or a month: they are one span. */
function cutOf(range: TableRange, scale: SpanScale): Pick<IndicatorView, 'range' | 'scale'> {
  return { range, scale: 'window' in range && isOfHours(range.window) ? 'window' : scale }
}

export const adherenceCodec = indicatorCodec({ window: 'current-year', prematureOnly: false })
export const depletionCodec = indicatorCodec({ window: 'current-period', prematureOnly: false })
export const endpointsCodec = indicatorCodec({
  window: 'current-period',
  prematureOnly: false,
  takes: 'hours',
})
export const exhaustionCodec = indicatorCodec({ window: 'current-year', prematureOnly: true })

const ticketClasses = ['reliability', 'all'] as const
const figureForms = ['chart', 'table'] as const

/** The trend of customers' tickets: which count, and how fast they have to grow for a service to be listed. */
export type TicketView = IndicatorView &
  Readonly<{
    tickets: (typeof ticketClasses)[number]
    growth: GrowthFilter | null
    /** How the graph above the rows is read. */
    figures: (typeof figureForms)[number]
    /** The id of the period whose tickets are listed. */
    listed: string | null
  }>

const periodIdPattern = /^\d{4}(?:-[A-Z]?\d+)*$/
const trendCodec = indicatorCodec({ window: 'current-year', prematureOnly: false })

export const ticketsCodec: UrlCodec<TicketView> = {
  parse: (params) => ({
    ...trendCodec.parse(params),
    tickets: oneOf(ticketClasses, params['tickets'], 'reliability'),
    growth: parseGrowthFilter(params['growth']),
    figures: oneOf(figureForms, params['figures'], 'chart'),
    listed: periodIdPattern.test(params['listed'] ?? '') ? (params['listed'] ?? null) : null,
  }),
  format: (view) => ({
    ...trendCodec.format(view),
    ...(view.tickets !== 'reliability' && { tickets: view.tickets }),
    ...(view.growth !== null && { growth: formatGrowthFilter(view.growth) }),
    ...(view.figures !== 'chart' && { figures: view.figures }),
    ...(view.listed !== null && { listed: view.listed }),
  }),
}

export const onCallRotationsCodec = indicatorCodec({
  window: 'current-period',
  prematureOnly: false,
  takes: 'hours',
})

const measures = ['recovery', 'detection'] as const

/** The trend of incidents: which of their times is drawn. */
export type RecoveryView = IndicatorView &
  Readonly<{
    measure: (typeof measures)[number]
    /** How the graph above the rows is read. */
    figures: (typeof figureForms)[number]
  }>

const incidentCodec = indicatorCodec({ window: 'current-year', prematureOnly: false, takes: 'hours' })

export const recoveryCodec: UrlCodec<RecoveryView> = {
  parse: (params) => ({
    ...incidentCodec.parse(params),
    measure: oneOf(measures, params['measure'], 'recovery'),
    figures: oneOf(figureForms, params['figures'], 'chart'),
  }),
  format: (view) => ({
    ...incidentCodec.format(view),
    ...(view.measure !== 'recovery' && { measure: view.measure }),
    ...(view.figures !== 'chart' && { figures: view.figures }),
  }),
}

/** The overview of kept budgets: services by period, below the share of those that kept every one. */
export type KeptView = IndicatorView & Pick<TicketView, 'figures'>

export const keptCodec: UrlCodec<KeptView> = {
  parse: (params) => ({
    ...trendCodec.parse(params),
    figures: oneOf(figureForms, params['figures'], 'chart'),
  }),
  format: (view) => ({
    ...trendCodec.format(view),
    ...(view.figures !== 'chart' && { figures: view.figures }),
  }),
}
