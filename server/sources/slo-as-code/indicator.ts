import type { Indicator, Reference } from './declarations.ts'
import type { FieldPath } from '../../yaml/mistake.ts'
import type { IndicatorSpec } from './openslo-schemas.ts'
import { queryFrom } from './promql.ts'
import type { Query } from './slo-catalog.ts'
import type { SourceDocument } from '../../yaml/source-document.ts'

const promqlTypes: readonly string[] = ['prometheus', 'thanos', 'mimir', 'cortex', 'victoriametrics']

export const speaksPromql = (type: string) => promqlTypes.includes(type.toLowerCase())
export const promqlTypeHint =
  'Sources that are read here: Prometheus, Thanos, Mimir, Cortex, VictoriaMetrics.'

type RatioMetric = NonNullable<IndicatorSpec['ratioMetric']>
type MetricSource = NonNullable<IndicatorSpec['thresholdMetric']>
type SideName = 'good' | 'bad' | 'total' | 'raw'

/** How an SLI is measured, or null with what is wrong about it. */
export function readIndicator(
  document: SourceDocument,
  path: FieldPath,
  spec: IndicatorSpec,
  name: string | null,
): Indicator | null {
  const { thresholdMetric, ratioMetric } = spec
  if ((thresholdMetric === undefined) === (ratioMetric === undefined)) {
    document.error({
      rule: thresholdMetric === undefined ? 'missing-field' : 'contradiction',
      path,
      problem: 'it must have either ratioMetric or thresholdMetric',
    })
    return null
  }
  const sources: Reference[] = []
  const read: ReadSide = (metric, side, isCounter) => {
    const query = readQuery(document, [...path, ...side, 'metricSource'], metric, isCounter)
    if (query?.source != null) {
      const refPath = [...path, ...side, 'metricSource', 'metricSourceRef']
      sources.push({ document, path: refPath, name: query.source })
    }
    return query
  }
  const measurement = thresholdMetric
    ? thresholdOf(read(thresholdMetric, ['thresholdMetric'], false))
    : ratioOf(document, [...path, 'ratioMetric'], ratioMetric ?? {}, read)
  return measurement === null ? null : { name, measurement, sources }
}

type ReadSide = (metric: MetricSource, side: readonly string[], isCounter: boolean) => Query | null

function thresholdOf(metric: Query | null): Indicator['measurement'] | null {
  return metric === null ? null : { kind: 'threshold-metric', metric }
}

function ratioOf(
  document: SourceDocument,
  path: FieldPath,
  ratio: RatioMetric,
  read: ReadSide,
): Indicator['measurement'] | null {
  const given = (['good', 'bad', 'total', 'raw'] as const).filter((side) => ratio[side] !== undefined)
  const query = (side: SideName) => {
    const metric = ratio[side]
    return metric ? read(metric, ['ratioMetric', side], side !== 'raw' && ratio.counter === true) : null
  }
  switch (given.join(' ')) {
    case 'good total': {
      const [good, total] = [query('good'), query('total')]
      return good && total && { kind: 'good-total', good, total }
    }
    case 'bad total': {
      const [bad, total] = [query('bad'), query('total')]
      return bad && total && { kind: 'bad-total', bad, total }
    }
    case 'raw': {
      if (ratio.rawType === undefined) {
        const problem = 'is missing; it must be success or failure, whichever the raw ratio is of'
        document.error({ rule: 'missing-field', path: [...path, 'rawType'], problem })
        return null
      }
      const raw = query('raw')
      return raw && { kind: 'ratio', ratio: raw, of: ratio.rawType === 'success' ? 'good' : 'bad' }
    }
    default:
      document.error({
        rule: given.includes('total') && given.length > 1 ? 'contradiction' : 'missing-field',
        path,
        problem: `has ${given.length === 0 ? 'no query' : given.join(' and ')}; it must have good and total, bad and total, or raw`,
        hint: given.includes('total')
          ? undefined
          : 'Without the total, nobody knows how many events may be bad.',
      })
      return null
  }
}

function readQuery(
  document: SourceDocument,
  path: FieldPath,
  { metricSource: { metricSourceRef, type, spec } }: MetricSource,
  isCounter: boolean,
): Query | null {
  if (type !== undefined && !speaksPromql(type)) {
    const problem = 'is no source that speaks PromQL'
    document.error({ rule: 'wrong-value', path: [...path, 'type'], problem, hint: promqlTypeHint })
    return null
  }
  const promql = spec.query ?? spec.promql
  if (promql === undefined || promql.trim() === '') {
    const problem = 'is missing; it must be a PromQL query'
    document.error({ rule: 'missing-field', path: [...path, 'spec', 'query'], problem })
    return null
  }
  return queryFrom(promql, isCounter, metricSourceRef ?? null)
}
