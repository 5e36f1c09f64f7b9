import type { Indicator, IndicatorDeclaration, ObjectiveDeclaration, Reference } from './declarations.ts'
import type { NameRegistry } from './name-registry.ts'
import { thresholdMsOf } from './promql.ts'
import type { Measurement, Query } from './slo-catalog.ts'
import { slugFrom } from '../../../src/domain/slug.ts'

/** The SLI held inside or the one referred to, or null with a mistake where there is none of that name. */
export function resolveIndicator(
  indicator: Indicator | Reference,
  indicators: NameRegistry<IndicatorDeclaration>,
): Indicator | null {
  if ('measurement' in indicator) return indicator
  const slug = indicators.resolve(indicator)
  return slug === null ? null : (indicators.bySlug.get(slug)?.indicator ?? null)
}

export function resolveMeasurement(
  { measurement }: Indicator,
  objective: ObjectiveDeclaration,
): Measurement | null {
  if (measurement.kind !== 'threshold-metric') return mapQueries(measurement, withSourceSlug)
  const { document, path, operator, value } = objective
  if (operator === null || value === null) {
    const field = operator === null ? 'op' : 'value'
    const problem = 'is missing; an SLI with thresholdMetric needs op and value to say which values are good'
    document.error({ rule: 'missing-field', path: [...path, field], problem })
    return null
  }
  return { kind: 'threshold', metric: withSourceSlug(measurement.metric), operator, value }
}

function withSourceSlug(query: Query): Query {
  return query.source === null ? query : { ...query, source: slugFrom(query.source) }
}

export function mapQueries<Kind extends Measurement>(
  measurement: Kind,
  map: (query: Query) => Query,
): Measurement {
  const { kind } = measurement
  switch (kind) {
    case 'good-total':
      return { ...measurement, good: map(measurement.good), total: map(measurement.total) }
    case 'bad-total':
      return { ...measurement, bad: map(measurement.bad), total: map(measurement.total) }
    case 'ratio':
      return { ...measurement, ratio: map(measurement.ratio) }
    case 'threshold':
      return { ...measurement, metric: map(measurement.metric) }
  }
}

export function queriesOf(measurement: Measurement): readonly Query[] {
  switch (measurement.kind) {
    case 'good-total':
      return [measurement.good, measurement.total]
    case 'bad-total':
      return [measurement.bad, measurement.total]
    case 'ratio':
      return [measurement.ratio]
    case 'threshold':
      return [measurement.metric]
  }
}

/** The latency threshold as the queries themselves have it, null where they do not say. */
export function thresholdInQueries(measurement: Measurement): number | null {
  switch (measurement.kind) {
    case 'good-total':
      return thresholdMsOf(measurement.good.promql)
    case 'bad-total':
      return thresholdMsOf(measurement.bad.promql)
    case 'ratio':
      return thresholdMsOf(measurement.ratio.promql)
    case 'threshold':
      return msOfValue(measurement.metric.promql, measurement.value)
  }
}

function msOfValue(promql: string, value: number): number | null {
  if (!(value > 0)) return null
  if (/_(?:milliseconds|millis|ms)\b/.test(promql)) return value
  return /_seconds/.test(promql) ? Math.round(value * 1e6) / 1e3 : null
}
