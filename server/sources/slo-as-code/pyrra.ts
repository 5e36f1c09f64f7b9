import * as z from 'zod/mini'

import { msFromPrometheus, shorthandFromPrometheus } from './duration.ts'
import type { Indicator, ObjectiveDeclaration, SloDeclaration } from './declarations.ts'
import { readAnnotations } from './annotations.ts'
import type { FieldPath } from '../../yaml/mistake.ts'
import { labelled } from './openslo.ts'
import { nameSchema } from './openslo-schemas.ts'
import { parsePart } from '../../yaml/parse-document.ts'
import {
  increaseOf,
  isSeriesSelector,
  jobOf,
  nativeHistogram,
  queryFrom,
  samplesOf,
  thresholdMsOf,
} from './promql.ts'
import type { SourceDocument } from '../../yaml/source-document.ts'
import { percentTarget } from './target.ts'

const metricSchema = z
  .string()
  .check(z.minLength(1), z.describe('a series such as http_requests_total{job="shop"}'))
const seriesSchema = z.strictObject({ metric: metricSchema })
const groupingSchema = z.optional(z.array(z.string()))

const indicatorSchema = z.strictObject({
  ratio: z.optional(z.strictObject({ errors: seriesSchema, total: seriesSchema, grouping: groupingSchema })),
  latency: z.optional(
    z.strictObject({ success: seriesSchema, total: seriesSchema, grouping: groupingSchema }),
  ),
  latencyNative: z.optional(
    z.strictObject({ total: seriesSchema, latency: z.string(), grouping: groupingSchema }),
  ),
  bool_gauge: z.optional(z.strictObject({ metric: metricSchema, grouping: groupingSchema })),
})
type PyrraIndicator = z.infer<typeof indicatorSchema>

const schema = z.strictObject({
  apiVersion: z.literal('pyrra.dev/v1alpha1'),
  kind: z.literal('ServiceLevelObjective'),
  metadata: z.looseObject({ name: nameSchema }),
  spec: z.strictObject({
    description: z.optional(z.string()),
    target: z.union([z.string(), z.number()]).check(z.describe('percent in quotes, such as "99.9"')),
    window: z.string().check(z.describe('a length such as 4w or 28d')),
    indicator: indicatorSchema,
    // Rules and alerts are for Pyrra itself.
    alerting: z.optional(z.unknown()),
    partial_response_strategy: z.optional(z.string()),
    performance_over_accuracy: z.optional(z.boolean()),
  }),
  status: z.optional(z.unknown()),
})

export function readPyrra(document: SourceDocument): readonly SloDeclaration[] {
  const parsed = parsePart(document, schema)
  const annotations = readAnnotations(document, ['metadata', 'annotations'])
  if (parsed === null || annotations === null) return []
  const { metadata, spec } = parsed
  const objective = readObjective(document, spec.target)
  const duration = readWindow(document, spec.window)
  const measured = readIndicator(document, spec.indicator)
  if (objective === null || duration === null || measured === null) return []
  return [
    {
      kind: 'slo',
      name: { document, path: ['metadata', 'name'], name: metadata.name },
      displayName: null,
      description: spec.description ?? '',
      service:
        annotations.reference('service') ??
        labelled(document, ['metadata', 'labels'], ['pyrra.dev/service', 'app.kubernetes.io/name']) ??
        serviceOf(document, metadata.name, measured.series),
      impliesService: true,
      team:
        annotations.reference('team') ??
        labelled(document, ['metadata', 'labels'], ['pyrra.dev/team', 'team']),
      sli: annotations.reference('sli'),
      likelySli: measured.likelySli,
      indicator: measured.indicator,
      objectives: [objective],
      endpoint: annotations.text('endpoint'),
      deployments: annotations.references('deployments'),
      priority: annotations.priority,
      runbook: annotations.runbook,
      thresholdMs: annotations.thresholdMs ?? measured.thresholdMs,
      window: { kind: 'rolling', duration },
    },
  ]
}

function serviceOf(document: SourceDocument, name: string, series: string): SloDeclaration['service'] {
  const job = jobOf(series)
  const reference = { document, path: ['metadata', 'name'], name: job ?? name }
  if (job === null) {
    document.warn({
      rule: 'taken-as',
      path: ['metadata', 'name'],
      problem: 'is taken as the service too, because nothing names one',
      hint: 'Add the label pyrra.dev/service.',
    })
  }
  return reference
}

function readObjective(document: SourceDocument, written: string | number): ObjectiveDeclaration | null {
  const path: FieldPath = ['spec', 'target']
  const percent = typeof written === 'number' ? written : Number(written.trim() === '' ? Number.NaN : written)
  if (Number.isNaN(percent)) {
    document.error({ rule: 'wrong-type', path, problem: 'it must be percent in quotes, such as "99.9"' })
    return null
  }
  const target = percentTarget(document, path, percent)
  if (target === null) return null
  return {
    document,
    path,
    displayName: null,
    target,
    method: { kind: 'occurrences' },
    operator: null,
    value: null,
  }
}

function readWindow(document: SourceDocument, window: string): string | null {
  const duration = shorthandFromPrometheus(window)
  if (duration === null) {
    const problem = 'it must be a length of whole minutes or more, such as 4w or 28d'
    document.error({ rule: 'wrong-value', path: ['spec', 'window'], problem })
  }
  return duration
}

type Measured = Readonly<{
  indicator: Indicator
  series: string
  likelySli: string | null
  thresholdMs: number | null
}>

const indicatorPath: FieldPath = ['spec', 'indicator']

function readIndicator(document: SourceDocument, given: PyrraIndicator): Measured | null {
  const kinds = Object.keys(given)
  if (kinds.length !== 1) {
    document.error({
      rule: kinds.length === 0 ? 'missing-field' : 'contradiction',
      path: indicatorPath,
      problem: 'it must have one of ratio, latency, latencyNative and bool_gauge',
    })
    return null
  }
  const measured = readRatio(document, given) ?? readLatency(document, given) ?? readGauge(document, given)
  const [kind = ''] = kinds
  const groups = document.valueAt([...indicatorPath, kind, 'grouping'])
  if (measured && Array.isArray(groups) && groups.length > 0) {
    document.warn({
      rule: 'not-split',
      path: [...indicatorPath, kind, 'grouping'],
      problem: 'is not split here: one budget covers all groups together',
      hint: 'Write an SLO for each group that needs a budget of its own.',
    })
  }
  return measured
}

function readRatio(document: SourceDocument, { ratio }: PyrraIndicator): Measured | null {
  if (!ratio) return null
  const [errors, total] = [ratio.errors.metric, ratio.total.metric]
  if (!areSeries(document, { 'ratio.errors': errors, 'ratio.total': total })) return null
  const bad = queryFrom(increaseOf(errors), false, null)
  const all = queryFrom(increaseOf(total), false, null)
  return {
    indicator: { name: null, measurement: { kind: 'bad-total', bad, total: all }, sources: [] },
    series: total,
    likelySli: null,
    thresholdMs: null,
  }
}

function readLatency(document: SourceDocument, { latency, latencyNative }: PyrraIndicator): Measured | null {
  if (latency) {
    const [success, total] = [latency.success.metric, latency.total.metric]
    if (!areSeries(document, { 'latency.success': success, 'latency.total': total })) return null
    return latencyFrom(increaseOf(success), increaseOf(total), total, thresholdMsOf(success))
  }
  if (!latencyNative) return null
  const series = latencyNative.total.metric
  const ms = msFromPrometheus(latencyNative.latency)
  if (ms === null) {
    const problem = 'it must be a length such as 500ms or 2s'
    document.error({ rule: 'wrong-value', path: [...indicatorPath, 'latencyNative', 'latency'], problem })
  }
  if (ms === null || !areSeries(document, { 'latencyNative.total': series })) return null
  const { good, total } = nativeHistogram(series, ms / 1000)
  return latencyFrom(good, total, series, ms)
}

function latencyFrom(good: string, total: string, series: string, thresholdMs: number | null): Measured {
  const queries = { good: queryFrom(good, false, null), total: queryFrom(total, false, null) }
  const measurement = { kind: 'good-total', ...queries } as const
  return { indicator: { name: null, measurement, sources: [] }, series, likelySli: 'latency', thresholdMs }
}

function readGauge(document: SourceDocument, { bool_gauge: gauge }: PyrraIndicator): Measured | null {
  if (!gauge || !areSeries(document, { bool_gauge: gauge.metric })) return null
  const { good, total } = samplesOf(gauge.metric)
  return { ...latencyFrom(good, total, gauge.metric, null), likelySli: 'availability' }
}

function areSeries(document: SourceDocument, metrics: Readonly<Record<string, string>>): boolean {
  const isSeries = Object.entries(metrics).map(([name, metric]) => {
    if (isSeriesSelector(metric)) return true
    document.error({
      rule: 'wrong-value',
      path: [...indicatorPath, ...name.split('.'), 'metric'],
      problem: 'it must be a bare series: a name and matchers in braces',
      hint: 'Pyrra adds rate, increase and the range itself.',
    })
    return false
  })
  return !isSeries.includes(false)
}
