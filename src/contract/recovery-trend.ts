import * as z from 'zod/mini'

import { periodSchema } from './catalog.ts'
import { sortParameter } from './choices.ts'
import {
  countSchema,
  instantSchema,
  pageQuery,
  ratioSchema,
  searchSchema,
  slugListSchema,
  slugSchema,
} from './common.ts'
import { incidentSchema } from './records.ts'
import { spanned, tableOf } from './tables.ts'

const recoverySortColumns = ['created', 'incident', 'recovery', 'detection', 'severity', 'priority'] as const
export type RecoverySortColumn = (typeof recoverySortColumns)[number]

const directionSchema = z.enum(['upward', 'downward', 'flat'])

/** An incident as the on-call tool has it, and how long it took. */
const incidentRowSchema = z.extend(incidentSchema, {
  /** From its creation to its resolution; null while it is open. */
  recoveryMinutes: z.nullable(z.number()),
  /** From the first affected user to whoever noticed; null where either is unknown. */
  detectionMinutes: z.nullable(z.number()),
})
export type IncidentRow = z.infer<typeof incidentRowSchema>

export const durationTrendSchema = z.object({
  /** How many incidents the line goes through. */
  count: countSchema,
  meanMinutes: z.nullable(z.number()),
  /** Null with fewer than three incidents. */
  line: z.nullable(
    z.object({
      direction: directionSchema,
      /** What the line says at the first and at the last incident. */
      fromAt: instantSchema,
      startMinutes: z.number(),
      toAt: instantSchema,
      endMinutes: z.number(),
      isFirmlyDeclining: z.boolean(),
    }),
  ),
})
export type DurationTrendOnWire = z.infer<typeof durationTrendSchema>

const incidentFigures = {
  count: countSchema,
  openCount: countSchema,
  /** Of those resolved. */
  meanRecoveryMinutes: z.nullable(z.number()),
  /** In which at least one incident was going on, of those created earlier too. */
  downtimeMinutes: z.number(),
}
const periodIncidentsSchema = z.object({
  period: periodSchema,
  ...incidentFigures,
  /** Of those created in the period, how many are known by who saw them first, and how many support, a stakeholder or a customer saw first. */
  detectorKnownCount: countSchema,
  seenOutsideFirstCount: countSchema,
})
export type PeriodIncidentsOnWire = z.infer<typeof periodIncidentsSchema>

const serviceIncidentsSchema = z.object({
  service: slugSchema,
  ...incidentFigures,
  direction: z.nullable(directionSchema),
})
export type ServiceIncidents = z.infer<typeof serviceIncidentsSchema>

/** The rows are incidents that are resolved; the open ones stand apart. */
export const recoveryTableSchema = z.extend(tableOf(incidentRowSchema), {
  recovery: durationTrendSchema,
  detection: durationTrendSchema,
  /** Resolved incidents by creation; of very many the newest. */
  points: z.array(
    z.object({
      id: z.string(),
      title: z.nullable(z.string()),
      services: z.array(slugSchema),
      createdAt: instantSchema,
      recoveryMinutes: z.number(),
      detectionMinutes: z.nullable(z.number()),
      url: z.nullable(z.string()),
    }),
  ),
  byPeriod: z.array(periodIncidentsSchema),
  /** Most downtime first; of very many the first. */
  byService: z.array(serviceIncidentsSchema),
  downtimeMinutes: z.number(),
  /** Newest first, those created before the window among them. */
  open: z.array(incidentRowSchema),
  /** Of those of which is known who saw them first. */
  firstToDetect: z.nullable(ratioSchema),
  notDetectedInternally: z.nullable(ratioSchema),
})
export type RecoveryTable = z.infer<typeof recoveryTableSchema>

export const recoveryTrendQuery = z.strictObject({
  team: z.optional(slugListSchema),
  service: z.optional(slugListSchema),
  deployment: z.optional(slugListSchema),
  search: searchSchema,
  ...spanned,
  sort: sortParameter(recoverySortColumns),
  ...pageQuery,
})
