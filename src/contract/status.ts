import * as z from 'zod/mini'

import { audiences, brackets } from '../domain/service-status.ts'
import { countSchema, instantSchema, slugListSchema, slugSchema } from './common.ts'
import { incidentSeverities, orUnknown, recordIdSchema } from './record-fields.ts'

const audienceSchema = z.enum(audiences)
const serviceStateSchema = z.enum(['impacted', 'healthy'])
const groupings = ['deployment', 'product'] as const
const MOST_TEXT = 1000
const MOST_PRODUCT = 100

export const statusQuery = z.strictObject({
  /** Left out: the organization. */
  audience: z.optional(audienceSchema),
  /** Left out: by deployment. */
  by: z.optional(z.enum(groupings)),
  deployment: z.optional(slugListSchema),
})
export type StatusQuery = z.infer<typeof statusQuery>

const statusUpdateSchema = z.object({
  key: z.string(),
  bracket: z.enum(brackets),
  text: z.string(),
  /** The widest audience it was written for. */
  audience: audienceSchema,
  by: z.string(),
  at: instantSchema,
  /** When the next one was announced; null with the last. */
  nextAt: z.nullable(instantSchema),
})

const statusIncidentSchema = z.object({
  id: recordIdSchema,
  /** As the on-call tool has it; told to the organization only. */
  title: z.nullable(z.string()),
  /** Those the audience is shown. */
  services: z.array(z.object({ slug: slugSchema, name: z.string() })),
  /** Empty: every deployment of the services. */
  deployments: z.array(slugSchema),
  priority: z.nullable(z.int()),
  severity: z.nullable(z.enum(incidentSeverities)),
  isImpacting: z.boolean(),
  startedAt: instantSchema,
  resolvedAt: z.nullable(instantSchema),
  /** Newest first. */
  updates: z.array(statusUpdateSchema),
  /** By its priority, from the last update on; null once it is resolved, or where none is asked for. */
  nextDueAt: z.nullable(instantSchema),
  isOverdue: z.boolean(),
  /** From the first to the last update, once that was written. */
  toldMinutes: z.nullable(z.number()),
})
export type StatusIncident = z.infer<typeof statusIncidentSchema>

const statusServiceSchema = z.object({
  slug: slugSchema,
  name: z.string(),
  team: slugSchema,
  state: serviceStateSchema,
  /** Deployments in which it is impacted. */
  impactedIn: z.array(slugSchema),
  audience: audienceSchema,
  product: z.nullable(z.string()),
  /** To be sent with a change of these; 0 where nobody said anything yet. */
  listingVersion: countSchema,
})
export type StatusService = z.infer<typeof statusServiceSchema>

export const statusBoardSchema = z.object({
  audience: audienceSchema,
  by: z.enum(groupings),
  at: instantSchema,
  impactedCount: countSchema,
  healthyCount: countSchema,
  /** A deployment, or a product: as bad as the worst of its services. */
  groups: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      state: serviceStateSchema,
      services: z.array(statusServiceSchema),
    }),
  ),
  /** Open ones first, by priority; then those of the last days, newest first. */
  incidents: z.array(statusIncidentSchema),
  historyFrom: instantSchema,
})
export type StatusBoard = z.infer<typeof statusBoardSchema>

/** The feed is a document of its own, not JSON. */
export const STATUS_FEED_PATH = '/api/status.atom'

export const newStatusUpdateSchema = z.strictObject({
  incident: recordIdSchema,
  bracket: z.enum(brackets),
  audience: audienceSchema,
  text: z.string().check(
    z.trim(),
    z.minLength(1),
    z.maxLength(MOST_TEXT),
    z.refine((text) => !/[\p{Cs}]|(?!\n)\p{Cc}/u.test(text), { error: 'Text without control characters' }),
  ),
  /** When people hear again; at most four hours ahead. Null with the last. */
  nextAt: orUnknown(instantSchema),
  /** How many updates of the incident were seen: who was too late is told what stands there. */
  seenCount: countSchema,
})
export type NewStatusUpdate = z.infer<typeof newStatusUpdateSchema>

/** As it is kept: what the entry itself does not say. */
export const keptStatusUpdateSchema = z.object({
  incident: z.string(),
  bracket: z.enum(brackets),
  audience: audienceSchema,
  text: z.string(),
  nextAt: z.nullable(instantSchema),
})

export const serviceListingSchema = z.strictObject({
  /** Who is shown the service: the organization alone, stakeholders as well, or everybody. */
  audience: audienceSchema,
  /** The logical service it is a part of. */
  product: orUnknown(z.string().check(z.trim(), z.minLength(1), z.maxLength(MOST_PRODUCT))),
  seenVersion: countSchema,
})
const keptListingSchema = z.object({ audience: audienceSchema, product: z.nullable(z.string()) })
export type ServiceListing = z.infer<typeof keptListingSchema>

/** What was kept, where it can still be read. */
export function serviceListingOf(body: unknown): ServiceListing | null {
  const parsed = z.safeParse(keptListingSchema, body)
  return parsed.success ? parsed.data : null
}
