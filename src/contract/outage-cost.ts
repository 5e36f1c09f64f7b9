import * as z from 'zod/mini'

import { countSchema, ratioSchema, slugSchema } from './common.ts'
import { contractSchema } from './contracts.ts'

export const contractNameSchema = z.object({ slug: slugSchema, name: z.string() })

/** What the incidents of a contract's services would cost, as if each had been an outage from creation to recovery. */
export const outageCostSchema = z.object({
  contract: contractNameSchema,
  /** The day from which outages count; null where all of the periods do. */
  since: contractSchema.shape.since,
  currency: z.string(),
  yearlyRevenue: z.number(),
  hourlyRevenue: z.number(),
  refundShare: ratioSchema,
  slotMinutes: z.nullable(countSchema),
  incidentCount: countSchema,
  outageMinutes: z.number(),
  meanMinutes: z.nullable(z.number()),
  cost: z.number(),
})
export type OutageCost = z.infer<typeof outageCostSchema>
