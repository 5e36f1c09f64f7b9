import type { Buckets } from '../../src/domain/buckets.ts'
import { hourOfWeek, type Hour } from '../../src/domain/hours.ts'
import type { Period } from '../../src/domain/period.ts'
import { agreedSlos } from './agreed-slo.ts'
import { chance, hash } from './hash.ts'
import { incidentsOf, isStoryBound, ownIncidents, type Incident } from './incidents.ts'
import { createSeriesModel, seriesName, type SeriesModel } from './series-model.ts'
import type { Timeline } from './timeline.ts'
import { expectedBetween } from './traffic.ts'
import { troublesIn, type Trouble } from './troubles.ts'

/** So low that what a story takes is all one sees. */
const CALM_BURN = 0.05
const SIXTEEN_BITS = 65_536

export type Measurements = Readonly<{
  modelOf(sloId: string, deployment: string): SeriesModel | null
  /** Any hours, before or after the present: the caller knows what has happened. */
  measure(model: SeriesModel, fromHour: Hour, toHour: Hour): Buckets
  /** The losses that begin in a period and are the series' own, not dragged along by another. */
  lossesOf(model: SeriesModel, period: Period): readonly Loss[]
}>

/** A span in which a series lost `share` of the budget of a period, before and after it nothing but noise. */
export type Loss = Readonly<{ fromHour: Hour; toHour: Hour; share: number }>

/** Computed when asked for: nothing is kept but the list of incidents of the series and periods that were read. */
export function createMeasurements(seed: number, timeline: Timeline): Measurements {
  const models = new Map<string, SeriesModel>()
  for (const slo of agreedSlos) {
    for (const deployment of slo.service.deployments) {
      models.set(seriesName(slo.id, deployment), createSeriesModel(seed, timeline, slo, deployment))
    }
  }
  const modelOf = (sloId: string, deployment: string) => models.get(seriesName(sloId, deployment)) ?? null

  const troubles = new Map<Period, ReadonlyMap<string, Trouble>>()
  function troublesOf(period: Period) {
    const known =
      troubles.get(period) ??
      troublesIn(seed, period, timeline.periodsAgo(period), breakable(models, timeline, period))
    troubles.set(period, known)
    return known
  }

  const world = { seed, timeline, troublesOf, modelOf }
  const incidents = new Map<SeriesModel, Map<Period, readonly Incident[]>>()
  function incidentsIn(model: SeriesModel, period: Period) {
    const ofSeries = incidents.get(model) ?? new Map<Period, readonly Incident[]>()
    const known = ofSeries.get(period) ?? incidentsOf(world, model, period)
    incidents.set(model, ofSeries.set(period, known))
    return known
  }

  function measure(model: SeriesModel, fromHour: Hour, toHour: Hour): Buckets {
    const first = Math.max(fromHour, model.beganHour)
    const length = Math.max(0, Math.min(toHour, model.silentFrom) - first)
    const columns = emptyColumns(length)
    for (const period of timeline.periodsBetween(first, first + length)) {
      const isCalm = isStoryBound(seriesName(model.slo.id, model.deployment), timeline.periodsAgo(period))
      const start = Math.max(first, period.startHour)
      const end = Math.min(first + length, period.endHour)
      const burn = isCalm ? Math.min(CALM_BURN, model.baseBurn) : model.baseBurn
      fillColumns(columns, seed, model, { first, start, end, burn, incidents: incidentsIn(model, period) })
    }
    return withoutGap(columns, model)
  }
  const lossesOf = (model: SeriesModel, period: Period) =>
    ownIncidents(world, model, period).map((incident) => lossOf(model, period, incident))
  return { modelOf, measure, lossesOf }
}

function lossOf(model: SeriesModel, period: Period, { fromHour, toHour, rate, week }: Incident): Loss {
  const grant = model.allowance * model.perHour * (period.endHour - period.startHour)
  const bad = rate * expectedBetween(week, fromHour, toHour)
  return { fromHour, toHour, share: grant === 0 ? 0 : bad / grant }
}

/** By service: the production series that may break in the period without spoiling a story. */
function breakable(models: ReadonlyMap<string, SeriesModel>, timeline: Timeline, period: Period) {
  const periodsAgo = timeline.periodsAgo(period)
  const production = [...models.values()].filter(
    (model) => model.isProduction && model.beganHour < period.endHour,
  )
  const byService = Map.groupBy(production, (model) => model.slo.service.slug)
  for (const [service, series] of byService) {
    const isTold = series.some((model) =>
      isStoryBound(seriesName(model.slo.id, model.deployment), periodsAgo),
    )
    if (isTold) byService.delete(service)
    else
      byService.set(
        service,
        series.filter((model) => model.baseBurn > 0),
      )
  }
  return byService
}

type Columns = Readonly<{ hour: Int32Array; good: Int32Array; total: Int32Array }>

const emptyColumns = (length: number): Columns => ({
  hour: new Int32Array(length),
  good: new Int32Array(length),
  total: new Int32Array(length),
})

type Stretch = Readonly<{ first: Hour; start: Hour; end: Hour; burn: number; incidents: readonly Incident[] }>

function excessBad({ start, end, incidents }: Stretch): Float64Array {
  const excess = new Float64Array(Math.max(0, end - start))
  for (const { fromHour, toHour, rate, week } of incidents) {
    for (let hour = Math.max(start, fromHour); hour < Math.min(end, toHour); hour += 1) {
      excess[hour - start] = (excess[hour - start] ?? 0) + rate * (week[hourOfWeek(hour)] ?? 0)
    }
  }
  return excess
}

function fillColumns(
  { hour: hours, good, total }: Columns,
  seed: number,
  model: SeriesModel,
  stretch: Stretch,
) {
  const { first, start, end, burn } = stretch
  const excess = stretch.incidents.length === 0 ? null : excessBad(stretch)
  let dayLevel = 0
  for (let hour = start; hour < end; hour += 1) {
    if (hour === start || hour % 24 === 0)
      dayLevel = 0.6 + 0.8 * chance(seed, model.noiseStream + 1, Math.floor(hour / 24))
    // One number gives two: its upper half the noise, its lower half how a fraction of an event is rounded.
    const traffic = hash(seed, model.trafficStream, hour)
    const expected = (model.week[hourOfWeek(hour)] ?? 0) * (0.92 + (0.16 * (traffic >>> 16)) / SIXTEEN_BITS)
    const count = Math.floor(expected + (traffic & 0xffff) / SIXTEEN_BITS)
    const noise = hash(seed, model.noiseStream, hour)
    const level = burn * dayLevel * (0.5 + (noise >>> 16) / SIXTEEN_BITS)
    const bad = count * model.allowance * level + (excess?.[hour - start] ?? 0)
    const at = hour - first
    hours[at] = hour
    total[at] = count
    good[at] = count - Math.min(count, Math.floor(bad + (noise & 0xffff) / SIXTEEN_BITS))
  }
}

function withoutGap(columns: Columns, { gapFrom, gapTo }: SeriesModel): Columns {
  if (gapFrom === gapTo) return columns
  const from = columns.hour.findIndex((hour) => hour >= gapFrom && hour < gapTo)
  if (from < 0) return columns
  const until = columns.hour.findIndex((hour) => hour >= gapTo)
  const keep = (column: Int32Array) => column.filter((_, at) => at < from || (until >= 0 && at >= until))
  return { hour: keep(columns.hour), good: keep(columns.good), total: keep(columns.total) }
}
