import * as z from 'zod/mini'

import { durationPattern } from './duration.ts'

/** RFC 1123 is what OpenSLO asks of every implementation; longer and richer names are its encouragement. */
export const nameSchema = z.string().check(z.minLength(1), z.maxLength(255), z.describe('a name'))

const textSchema = z.string().check(z.describe('a text'))
const labelsSchema = z.record(
  z.string(),
  z
    .union([z.string(), z.array(z.string())])
    .check(z.describe('a text or a list of texts (numbers, true and false go into quotes)')),
)
const annotationsSchema = z.record(z.string(), z.string().check(z.describe('a text (in quotes)')))

export const metadataSchema = z.strictObject({
  name: nameSchema,
  displayName: z.optional(textSchema),
  labels: z.optional(labelsSchema),
  annotations: z.optional(annotationsSchema),
})

const durationSchema = z
  .string()
  .check(z.regex(durationPattern), z.describe('a length such as 28d, 4w, 1M or 1Q'))

const metricSourceSchema = z.strictObject({
  metricSource: z.strictObject({
    metricSourceRef: z.optional(nameSchema),
    type: z.optional(nameSchema),
    // Whatever a kind of source needs may stand here beside the query.
    spec: z.looseObject({ query: z.optional(textSchema), promql: z.optional(textSchema) }),
  }),
})

const ratioMetricSchema = z.strictObject({
  counter: z.optional(z.boolean()),
  good: z.optional(metricSourceSchema),
  bad: z.optional(metricSourceSchema),
  total: z.optional(metricSourceSchema),
  rawType: z.optional(z.enum(['success', 'failure'])),
  raw: z.optional(metricSourceSchema),
})

export const indicatorSpecSchema = z.strictObject({
  description: z.optional(textSchema),
  thresholdMetric: z.optional(metricSourceSchema),
  ratioMetric: z.optional(ratioMetricSchema),
})
export type IndicatorSpec = z.infer<typeof indicatorSpecSchema>

export const objectiveTargetFields = {
  target: z.optional(z.number().check(z.describe('a share, such as 0.999'))),
  targetPercent: z.optional(z.number().check(z.describe('percent, such as 99.9'))),
}

export const objectiveSchema = z.strictObject({
  displayName: z.optional(textSchema),
  op: z.optional(z.enum(['lt', 'lte', 'gt', 'gte'])),
  value: z.optional(z.number()),
  ...objectiveTargetFields,
  timeSliceTarget: z.optional(z.number().check(z.describe('a share of a slice, such as 0.95'))),
  timeSliceWindow: z.optional(
    z.union([z.string(), z.number()]).check(z.describe('minutes, or a length such as 5m')),
  ),
})
export type OpenSloObjective = z.infer<typeof objectiveSchema>

const timeWindowSchema = z.strictObject({
  duration: durationSchema,
  isRolling: z.optional(z.boolean()),
  calendar: z.optional(
    z.strictObject({
      startTime: z
        .string()
        .check(
          z.regex(/^\d{4}-\d{2}-\d{2}(?:[ T]\d{2}:\d{2}:\d{2})?$/),
          z.describe('a local time such as 2026-01-01 00:00:00'),
        ),
      timeZone: z.string().check(z.minLength(1), z.describe('a time zone such as Europe/Berlin')),
    }),
  ),
})
export type TimeWindow = z.infer<typeof timeWindowSchema>

/** What an SLO and a default SLO have in common. */
export const termsFields = {
  timeWindow: z.optional(z.array(timeWindowSchema).check(z.minLength(1), z.maxLength(1))),
  budgetingMethod: z.enum(['Occurrences', 'Timeslices', 'RatioTimeslices']),
  objectives: z.array(objectiveSchema).check(z.minLength(1), z.maxLength(20)),
}

const sloSpecSchema = z.strictObject({
  description: z.optional(textSchema),
  service: nameSchema,
  indicator: z.optional(z.strictObject({ metadata: z.optional(metadataSchema), spec: indicatorSpecSchema })),
  indicatorRef: z.optional(nameSchema),
  ...termsFields,
  // Alerting is read by those who alert.
  alertPolicies: z.optional(z.array(z.unknown())),
})

const envelope = <Kind extends string, Spec extends z.ZodMiniType>(kind: Kind, spec: Spec) =>
  z.strictObject({
    apiVersion: z.literal('openslo/v1'),
    kind: z.literal(kind),
    metadata: metadataSchema,
    spec,
  })

export const openSloKinds = {
  SLO: envelope('SLO', sloSpecSchema),
  SLI: envelope('SLI', indicatorSpecSchema),
  Service: envelope('Service', z.strictObject({ description: z.optional(textSchema) })),
  DataSource: envelope(
    'DataSource',
    z.strictObject({
      description: z.optional(textSchema),
      type: nameSchema,
      connectionDetails: z.optional(z.unknown()),
    }),
  ),
}

/** Read by tools that alert, and passed over here. */
export const openSloAlertingKinds: readonly string[] = [
  'AlertPolicy',
  'AlertCondition',
  'AlertNotificationTarget',
]
