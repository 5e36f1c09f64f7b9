import * as z from 'zod/mini'

import { countSchema, ratioSchema, slugSchema } from './common.ts'
import {
  incidentSeverities,
  latencyHistogramSchema,
  linkSchema,
  rankSchema,
  recordIdSchema,
  recordInstantSchema,
  textSchema,
  orUnknown,
} from './record-fields.ts'

const namesSchema = z.array(slugSchema).check(
  z.maxLength(200),
  z.refine((names) => new Set(names).size === names.length, { error: 'each name once' }),
)

/** Who saw it first. Only `slo` and `monitoring` are the owner's own eyes; the share of those is "first to detect". */
const detectors = ['slo', 'monitoring', 'employee', 'support', 'stakeholder', 'customer'] as const

/** Natural key: `id`. */
export const incidentSchema = z.object({
  id: recordIdSchema,
  title: orUnknown(textSchema(500)),
  services: namesSchema.check(z.minLength(1)),
  /** Empty where nobody said: then it concerns every deployment of its services. */
  deployments: z._default(namesSchema, []),
  /** When users began to be affected; time to detection is counted from here. */
  startedAt: orUnknown(recordInstantSchema),
  detectedAt: orUnknown(recordInstantSchema),
  /** When it was opened in the tool; time to recovery is counted from here. */
  createdAt: recordInstantSchema,
  acknowledgedAt: orUnknown(recordInstantSchema),
  /** When a customer complained, if one did: the aim is to have it resolved before. */
  escalatedAt: orUnknown(recordInstantSchema),
  /** Null while it is open. */
  resolvedAt: orUnknown(recordInstantSchema),
  detectedBy: orUnknown(z.enum(detectors)),
  priority: orUnknown(rankSchema),
  severity: orUnknown(z.enum(incidentSeverities)),
  url: orUnknown(linkSchema),
})
export type Incident = z.infer<typeof incidentSchema>

/** A customer's, in the support tool. Natural key: `id`. */
export const ticketSchema = z.object({
  id: recordIdSchema,
  title: orUnknown(textSchema(500)),
  /** Null where the tool only knows the product. */
  service: orUnknown(slugSchema),
  product: orUnknown(textSchema(200)),
  deployment: orUnknown(slugSchema),
  /** Trends count only those about reliability, so the sender has to say which are. */
  isReliability: z.boolean(),
  /** The class it has in the tool, as it is called there. */
  category: orUnknown(textSchema(200)),
  priority: orUnknown(rankSchema),
  severity: orUnknown(rankSchema),
  /** What several tickets are about, where the tool links them to one problem. */
  problem: orUnknown(textSchema(200)),
  createdAt: recordInstantSchema,
  closedAt: orUnknown(recordInstantSchema),
  url: orUnknown(linkSchema),
})
export type Ticket = z.infer<typeof ticketSchema>

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** Hours of the wall clock in the rotation's time zone. `to` before `from` reaches into the next day. */
const shiftSchema = z
  .strictObject({
    weekdays: z.array(z.enum(weekdays)).check(
      z.minLength(1),
      z.refine((days) => new Set(days).size === days.length, { error: 'each weekday once' }),
    ),
    from: z
      .string()
      .check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, { error: 'hours and minutes, as in 08:30' })),
    /** 24:00 is the end of the day. */
    to: z.string().check(
      z.regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, {
        error: 'hours and minutes, as in 17:00, or 24:00',
      }),
    ),
  })
  .check(
    z.refine(({ from, to }) => from !== to, {
      path: ['to'],
      error: 'another time than from; a whole day is 00:00 to 24:00',
    }),
  )

/**
 * Who is there when: hours and head counts, never names. Natural key: `team`, `id` and `since`. It holds from `since`
 * until `until`, or until the same rotation's next `since`.
 */
export const rotationSchema = z.object({
  team: slugSchema,
  id: recordIdSchema,
  name: orUnknown(textSchema(200)),
  services: namesSchema.check(z.minLength(1)),
  deployments: namesSchema.check(z.minLength(1)),
  /** As in Europe/Berlin; UTC where the tool plans in it. */
  timeZone: z
    .string()
    .check(
      z.maxLength(64),
      z.refine(isTimeZone, { error: 'a time zone of the IANA database, as in Europe/Berlin or UTC' }),
    ),
  shifts: z.array(shiftSchema).check(z.minLength(1), z.maxLength(100)),
  primaryPeople: countSchema.check(z.lte(10_000)),
  backupPeople: countSchema.check(z.lte(10_000)),
  /** How many of them another rotation of the team counts too, so that people can be counted once; null where unknown. */
  sharedPeople: orUnknown(countSchema),
  since: recordInstantSchema,
  until: orUnknown(recordInstantSchema),
  url: orUnknown(linkSchema),
})
export type Rotation = z.infer<typeof rotationSchema>

/** The hours of one endpoint in one deployment, added up. */
export const endpointFiguresSchema = z.object({
  service: slugSchema,
  verb: z.nullable(z.string()),
  path: z.string(),
  deployment: slugSchema,
  /** Its slug in the catalog; null where the catalog does not have it. */
  endpoint: z.nullable(slugSchema),
  /** Hours that were sent. */
  hourCount: countSchema,
  requests: countSchema,
  failures: countSchema,
  /** The requests whose time is in `latencySumMs`: hours may come without it. */
  timedRequests: countSchema,
  latencySumMs: z.number(),
  latencyMaxMs: z.nullable(z.number()),
  /** Null where hours came without one, or with different bounds. */
  latency: z.nullable(latencyHistogramSchema),
})
export type EndpointFigures = z.infer<typeof endpointFiguresSchema>

/** What an alerting tool reported, beside those that are computed from buckets. Natural key: `id`. */
export const reportedBreachSchema = z.object({
  id: z.string(),
  slo: slugSchema,
  deployment: slugSchema,
  service: slugSchema,
  severity: z.enum(['page', 'ticket']),
  /** The rule's name in the tool. */
  rule: z.string(),
  startedAt: recordInstantSchema,
  /** Null while it lasts. */
  endedAt: z.nullable(recordInstantSchema),
  /** The burn rate, where the alert carries one. */
  burnRate: z.nullable(ratioSchema),
  summary: z.nullable(z.string()),
  source: z.string(),
  url: z.nullable(z.string()),
})
export type ReportedBreach = z.infer<typeof reportedBreachSchema>

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false // what the platform throws for a zone it does not know
  }
}
