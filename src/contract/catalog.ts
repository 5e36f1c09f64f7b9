import * as z from 'zod/mini'

import { deliveryResults } from '../domain/delivery.ts'
import {
  countSchema,
  instantSchema,
  pageQuery,
  pageSchema,
  slugListSchema,
  slugSchema,
  targetSchema,
  budgetStateSchema,
} from './common.ts'
import { linkSchema, orUnknown } from './record-fields.ts'

export const periodSchema = z.object({
  id: z.string(),
  name: z.string(),
  start: instantSchema,
  end: instantSchema,
  isOpen: z.boolean(),
})
export type PeriodOnWire = z.infer<typeof periodSchema>

const periodSchemeSchema = z.union([
  z.object({ kind: z.enum(['four-weeks', 'calendar-month', 'calendar-quarter']) }),
  z.object({ kind: z.literal('days'), days: z.int().check(z.positive()), from: instantSchema }),
])

export type PeriodSchemeOnWire = z.infer<typeof periodSchemeSchema>

/** What every screen needs to say of itself: whose data, up to when, in which period. */
export const organizationSchema = z.object({
  slug: slugSchema,
  name: z.string(),
  /** True for the built-in demonstration data; screens say so. */
  isSimulated: z.boolean(),
  periodScheme: periodSchemeSchema,
  currentPeriod: periodSchema,
  /** The server's clock when it answered. */
  now: instantSchema,
  /** The end of the last hour that has been measured. */
  dataUpTo: instantSchema,
  /** The oldest hour held. */
  dataFrom: instantSchema,
  /**
   * How far everything has come, as the id of an event says it: where the two differ, something changed in between. Left out
   * where changes are not counted.
   */
  standing: z.optional(z.string()),
  /** Since when it is kept what hours said before they changed; left out where it always was. */
  restatementsFrom: z.optional(instantSchema),
  /** Since when it is kept what other tools told, and when; left out where it always was. */
  recordsFrom: z.optional(instantSchema),
})
export type Organization = z.infer<typeof organizationSchema>

export const stateCountsSchema = z.record(budgetStateSchema, countSchema)

export const teamSchema = z.object({
  slug: slugSchema,
  name: z.string(),
  serviceCount: countSchema,
  seriesCount: countSchema,
  /** Production series of the current period by state, defaults included. */
  states: stateCountsSchema,
  worstState: z.nullable(budgetStateSchema),
  burningCount: countSchema,
})
export type Team = z.infer<typeof teamSchema>

export const deploymentSchema = z.object({
  slug: slugSchema,
  name: z.string(),
  kind: z.enum(['production', 'staging']),
  region: z.string(),
})
export type Deployment = z.infer<typeof deploymentSchema>

export const serviceSchema = z.object({
  slug: slugSchema,
  name: z.string(),
  team: slugSchema,
  description: z.string(),
  deployments: z.array(slugSchema),
  /** Services it calls; their failures may become its own. */
  dependencies: z.array(slugSchema),
  endpointCount: countSchema,
  sloCount: countSchema,
})
export type Service = z.infer<typeof serviceSchema>

export const endpointSchema = z.object({
  slug: slugSchema,
  service: slugSchema,
  /** HTTP verb, or null where the endpoint is none ("settlement file"). */
  verb: z.nullable(z.string()),
  path: z.string(),
})
export type Endpoint = z.infer<typeof endpointSchema>

export const sliSchema = z.object({
  slug: slugSchema,
  name: z.string(),
  /** What a good event is, in a sentence. */
  goodEvent: z.string(),
  hasThreshold: z.boolean(),
})
export type Sli = z.infer<typeof sliSchema>

export const sloVersionSchema = z.object({
  version: z.int().check(z.positive()),
  target: targetSchema,
  effectiveFrom: instantSchema,
  author: z.string(),
  reason: z.string(),
})

/** What to do when it breaks, agreed beforehand. */
export const runbookSchema = z.object({
  url: z.nullable(linkSchema),
  /** What to do first, a sentence each. A command stands in backticks; {deployment} and {service} are filled in. */
  firstMoves: z.array(z.string()),
})
export type Runbook = z.infer<typeof runbookSchema>

/** Where it is agreed, as a file of the folder that a server follows. */
export const sourceSchema = z.object({ file: z.string(), line: countSchema })

export const sloSchema = z.object({
  /** service.sli.slug, e.g. payment-gateway.availability.post-charge */
  id: slugSchema,
  slug: slugSchema,
  team: slugSchema,
  service: slugSchema,
  sli: slugSchema,
  endpoint: endpointSchema,
  /** The target in force now. */
  target: targetSchema,
  thresholdMs: z.nullable(z.number()),
  flavor: z.enum(['explicit', 'default']),
  /** Incident priority 1 (highest) to 5, null for none. */
  priority: z.nullable(z.int()),
  deployments: z.array(slugSchema),
  /** Oldest first; the last one is in force. */
  versions: z.array(sloVersionSchema),
  slaTarget: z.nullable(targetSchema),
  /** As versions, of what was promised to customers. Left out where nothing is. */
  slaVersions: z.optional(z.array(sloVersionSchema)),
  /** Left out where it stands in no file. */
  source: z.optional(sourceSchema),
  /** Left out where none is agreed. */
  runbook: z.optional(runbookSchema),
})
export type Slo = z.infer<typeof sloSchema>

export const releaseSchema = z.object({
  id: z.string(),
  service: slugSchema,
  deployment: slugSchema,
  version: z.string(),
  at: instantSchema,
  /** Null where nobody said how it went. */
  result: orUnknown(z.enum(deliveryResults)),
  /** When the oldest change in it was committed. */
  committedAt: orUnknown(instantSchema),
  /** When a failed one was undone or repaired. */
  recoveredAt: orUnknown(instantSchema),
  /** How many commits came with it. */
  commits: orUnknown(countSchema),
})
export type Release = z.infer<typeof releaseSchema>

export const servicePageSchema = pageSchema(serviceSchema)
export const endpointPageSchema = pageSchema(endpointSchema)
export const sloPageSchema = pageSchema(sloSchema)
export const releasePageSchema = pageSchema(releaseSchema)
export const teamListSchema = z.object({ items: z.array(teamSchema) })
export const deploymentListSchema = z.object({ items: z.array(deploymentSchema) })
export const sliListSchema = z.object({ items: z.array(sliSchema) })
export const periodListSchema = z.object({ items: z.array(periodSchema) })

const catalogFilter = { team: z.optional(slugListSchema), service: z.optional(slugListSchema) }

export const servicesQuery = z.strictObject({ team: z.optional(slugListSchema), ...pageQuery })
export const endpointsQuery = z.strictObject({ ...catalogFilter, ...pageQuery })
export const slosQuery = z.strictObject({
  ...catalogFilter,
  sli: z.optional(slugListSchema),
  deployment: z.optional(slugListSchema),
  flavor: z.optional(z.enum(['explicit', 'default'])),
  ...pageQuery,
})
export const periodsQuery = z.strictObject({ from: z.optional(instantSchema), to: z.optional(instantSchema) })
export const releasesQuery = z.strictObject({
  team: z.optional(slugListSchema),
  service: z.optional(slugListSchema),
  deployment: z.optional(slugListSchema),
  from: z.optional(instantSchema),
  to: z.optional(instantSchema),
  result: z.optional(z.enum(deliveryResults)),
  ...pageQuery,
})
