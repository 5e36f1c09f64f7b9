import * as z from 'zod/mini'

import { instantSchema, pageQuery, pageSchema, slugListSchema } from './common.ts'
import {
  endpointFiguresSchema,
  incidentSchema,
  reportedBreachSchema,
  rotationSchema,
  ticketSchema,
} from './records.ts'

export const incidentPageSchema = pageSchema(incidentSchema)
export const ticketPageSchema = pageSchema(ticketSchema)
export const rotationPageSchema = pageSchema(rotationSchema)
export const endpointFiguresPageSchema = pageSchema(endpointFiguresSchema)
export const reportedBreachPageSchema = pageSchema(reportedBreachSchema)

const recordsFilter = {
  team: z.optional(slugListSchema),
  service: z.optional(slugListSchema),
  deployment: z.optional(slugListSchema),
  from: z.optional(instantSchema),
  to: z.optional(instantSchema),
  ...pageQuery,
}

export const incidentsQuery = z.strictObject({ ...recordsFilter, open: z.optional(z.enum(['only'])) })
export const ticketsQuery = z.strictObject({ ...recordsFilter, reliability: z.optional(z.enum(['only'])) })
export const rotationsQuery = z.strictObject(recordsFilter)
export const endpointStatsQuery = z.strictObject(recordsFilter)
export const breachesQuery = z.strictObject({ ...recordsFilter, open: z.optional(z.enum(['only'])) })
