import * as z from 'zod/mini'

import { sloVersionSchema } from './catalog.ts'
import { pageQuery, pageSchema, ratioSchema, slugListSchema, slugSchema, targetSchema } from './common.ts'

/** What a broken contract costs, as far as it says. */
const penaltySchema = z.object({
  /** In the contract's own words. */
  terms: z.string(),
  currency: z.nullable(z.string()),
  /** Of what the contract is about: from it and the refund share follows what an hour of outage costs. */
  yearlyRevenue: z.nullable(z.number()),
  refundShare: z.nullable(ratioSchema),
  /** Outages count in slots of so many minutes, a begun one whole; null where they count by the minute. */
  slotMinutes: z.nullable(z.int().check(z.positive())),
})

/** A contractual SLA: one promise that a customer recognises, and what it rests on. */
export const contractSchema = z.object({
  slug: slugSchema,
  name: z.string(),
  /** What works when it is kept, for people who sign contracts. */
  functionality: z.string(),
  /** Empty where it holds for every customer. */
  customers: z.array(z.object({ slug: slugSchema, name: z.string() })),
  tier: z.nullable(z.string()),
  /** The first day, in UTC, on which it holds: hours before it are no business of the contract. Null where nobody said. */
  since: z.nullable(z.iso.date()),
  sli: slugSchema,
  /** The target in force now. */
  target: targetSchema,
  /** Oldest first; the last one is in force. */
  versions: z.array(sloVersionSchema),
  /** The SLO whose events, from end to end, it is measured by; null where it is what its parts make of it. */
  journey: z.nullable(slugSchema),
  /** The SLOs whose endpoint-level SLAs it rests on. */
  parts: z.array(slugSchema),
  deployments: z.array(slugSchema),
  penalty: z.nullable(penaltySchema),
  /** Where the contract itself stands. */
  url: z.nullable(z.string()),
})
export type Contract = z.infer<typeof contractSchema>

export const contractPageSchema = pageSchema(contractSchema)

export const contractsQuery = z.strictObject({
  /** Those that rest on a service of the team. */
  team: z.optional(slugListSchema),
  service: z.optional(slugListSchema),
  sli: z.optional(slugListSchema),
  deployment: z.optional(slugListSchema),
  /** Those of the customer, and those that hold for every one. */
  customer: z.optional(slugListSchema),
  ...pageQuery,
})
