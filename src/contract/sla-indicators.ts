import * as z from 'zod/mini'

import { adherences } from '../domain/adherence.ts'
import { periodSchema } from './catalog.ts'
import { sortParameter } from './choices.ts'
import {
  budgetStateSchema,
  countSchema,
  instantSchema,
  pageQuery,
  ratioSchema,
  searchSchema,
} from './common.ts'
import { slugListSchema, slugSchema, targetSchema } from './common.ts'
import { contractSchema } from './contracts.ts'
import { facetSchema, facetsSchema } from './facets.ts'
import { contractNameSchema, outageCostSchema } from './outage-cost.ts'
import { periodColumn, tableOf, verdictTotals, windowed } from './tables.ts'
import { policyMarkSchema } from './policy-mark.ts'

const selection = {
  team: z.optional(slugListSchema),
  service: z.optional(slugListSchema),
  sli: z.optional(slugListSchema),
  deployment: z.optional(slugListSchema),
  /** Contractual SLAs, with the endpoint-level ones they rest on. */
  contract: z.optional(slugListSchema),
  /** What was promised to the customer, by name or as to every one. */
  customer: z.optional(slugListSchema),
  search: searchSchema,
}

const slaFacetsSchema = z.extend(facetsSchema, { contract: facetSchema, customer: facetSchema })
export type SlaFacets = z.infer<typeof slaFacetsSchema>

const slaTypes = ['contractual', 'endpoint-level'] as const

/** The SLO whose events an endpoint-level SLA judges by a target of its own. */
const partSchema = z.object({
  sloId: slugSchema,
  sloSlug: slugSchema,
  team: slugSchema,
  teamName: z.string(),
  service: slugSchema,
  endpoint: z.object({ slug: slugSchema, verb: z.nullable(z.string()), path: z.string() }),
  sloTarget: targetSchema,
  /** No looser than the SLO beside it: nothing warns before it breaks. */
  isTooTight: z.boolean(),
})

/** What an SLA is, in one of the deployments it holds in. */
const subject = {
  type: z.enum(slaTypes),
  /** The slug of a contractual SLA, the id of an endpoint-level one's SLO. */
  id: slugSchema,
  name: z.string(),
  sli: slugSchema,
  sliName: z.string(),
  target: targetSchema,
  thresholdMs: z.nullable(z.number()),
  deployment: slugSchema,
  /** Those that rest on it; a contractual one itself. */
  contracts: z.array(contractNameSchema),
  /** Null for a contractual SLA: it is nobody's alone. */
  part: z.nullable(partSchema),
  /** Null for an endpoint-level SLA. */
  contract: z.nullable(
    z.object({
      customers: contractSchema.shape.customers,
      tier: contractSchema.shape.tier,
      since: contractSchema.shape.since,
      /** Its services that are selected, out of so many. */
      services: z.array(slugSchema),
      serviceCount: countSchema,
    }),
  ),
}

/** A member of a contract, as sentences call it. */
const memberSchema = z.object({
  sloId: slugSchema,
  name: z.string(),
  service: slugSchema,
  remaining: z.nullable(ratioSchema),
})

/** `own`: measured from end to end. `mean`: of all its parts. `mean-of-selected`: of those of the selected services. */
const bases = ['own', 'mean', 'mean-of-selected'] as const

const standing = {
  /** Null where a mean has none of its own, and where it did not exist. */
  state: z.nullable(budgetStateSchema),
  /** Null without a budget, without measurements, and where it did not exist. */
  remaining: z.nullable(ratioSchema),
}

const signing = {
  /** False for a contract that begins only after the period: nothing of it is judged. */
  isSigned: z.boolean(),
}

const listSortColumns = [
  'contract',
  'service',
  'team',
  'sli',
  'sla',
  'target',
  'deployment',
  'leeway',
  'remaining',
] as const
export type SlaListSortColumn = (typeof listSortColumns)[number]

/** An endpoint-level SLA below one contract that rests on it, or below none. */
const slaListRowSchema = z.object({
  ...subject,
  part: partSchema,
  under: z.nullable(z.extend(contractNameSchema, { since: contractSchema.shape.since })),
  ...signing,
  /** As far as the contract counts it. */
  ...standing,
  /** What lies between the SLO and the SLA: percentage points as a ratio, and bad events of the newest period. */
  leeway: z.object({ share: ratioSchema, badEvents: z.nullable(z.number()) }),
})
export type SlaListRow = z.infer<typeof slaListRowSchema>

const slaTableOf = <Row extends z.core.$ZodType>(row: Row) =>
  z.extend(tableOf(row), { facets: slaFacetsSchema })

export const slaListSchema = z.extend(slaTableOf(slaListRowSchema), {
  /** The contractual SLAs of the selection: what the rows rest under, in the contract's own words. */
  contracts: z.array(z.extend(contractSchema, { sliName: z.string(), services: z.array(slugSchema) })),
})
export type SlaListTable = z.infer<typeof slaListSchema>

export const slaListQuery = z.strictObject({
  ...selection,
  ...windowed,
  sort: sortParameter(listSortColumns),
  ...pageQuery,
})

const adherenceSortColumns = [
  'contract',
  'sla',
  'type',
  'service',
  'team',
  'sli',
  'target',
  'deployment',
  'broken',
  'fulfilled',
  'rate',
  'streak',
] as const
export type SlaAdherenceSortColumn = (typeof adherenceSortColumns)[number]

const slaAdherenceRowSchema = z.object({
  ...subject,
  /** In the order of the table's periods. Of the whole contract, whichever services are selected. */
  cells: z.array(
    z.object({
      adherence: z.enum(adherences),
      ...signing,
      ...standing,
      /** Without a measure of its own it is what its parts make of it. */
      isDerived: z.boolean(),
      /** The parts that were broken. */
      brokenBy: z.array(memberSchema),
      /** The part with the least left, which a mean can hide. */
      worst: z.nullable(memberSchema),
    }),
  ),
  ...verdictTotals,
})
export type SlaAdherenceRow = z.infer<typeof slaAdherenceRowSchema>

/** A contract that did not hold in a period, and the parts it was broken by: none where only its own measure was. */
const breakSchema = z.object({
  contract: contractNameSchema,
  deployment: slugSchema,
  period: periodSchema,
  remaining: z.nullable(ratioSchema),
  brokenBy: z.array(memberSchema),
})
export type ContractBreak = z.infer<typeof breakSchema>

export const slaAdherenceSchema = z.extend(slaTableOf(slaAdherenceRowSchema), {
  /** Newest first; of very many the newest. */
  breaks: z.array(breakSchema),
})
export type SlaAdherenceTable = z.infer<typeof slaAdherenceSchema>

export const slaAdherenceQuery = z.strictObject({
  ...selection,
  ...windowed,
  sort: sortParameter(adherenceSortColumns, [periodColumn]),
  ...pageQuery,
})

const depletionSortColumns = [
  'contract',
  'sla',
  'type',
  'service',
  'team',
  'sli',
  'target',
  'deployment',
  'period',
  'remaining',
  'average-speed',
  'highest-speed',
] as const
export type SlaDepletionSortColumn = (typeof depletionSortColumns)[number]

const basisField = {
  /** Null for an endpoint-level SLA, which is always measured itself. */
  basis: z.nullable(z.enum(bases)),
}

const slaDepletionRowSchema = z.object({
  ...subject,
  period: periodSchema,
  ...basisField,
  ...standing,
  worst: z.nullable(memberSchema),
  /** % of what may fail per hour; null without an episode, and for a mean, which has none. */
  averageSpeed: z.nullable(z.number()),
  highestSpeed: z.nullable(z.number()),
})
export type SlaDepletionRow = z.infer<typeof slaDepletionRowSchema>

export const slaDepletionSchema = z.extend(slaTableOf(slaDepletionRowSchema), {
  /** Of the selected contracts that say what they are worth. */
  costs: z.array(outageCostSchema),
})

export type SlaDepletionTable = z.infer<typeof slaDepletionSchema>

export const slaDepletionQuery = z.strictObject({
  ...selection,
  ...windowed,
  sort: sortParameter(depletionSortColumns),
  ...pageQuery,
})

const slaCurvesRowSchema = z.object({
  ...subject,
  ...basisField,
  /** In the order of the table's periods; null where it did not exist. */
  curves: z.array(
    z.nullable(
      z.object({
        ...standing,
        /** At the end of each elapsed day; null for one that was not measured. */
        daily: z.array(z.nullable(ratioSchema)),
        worst: z.nullable(memberSchema),
      }),
    ),
  ),
  least: z.nullable(ratioSchema),
  /** What may have bent its curve, each oldest first: of itself and, where it is what they make of it, of its selected parts. */
  marks: z.object({
    releases: z.array(
      z.object({ id: z.string(), service: slugSchema, version: z.string(), at: instantSchema }),
    ),
    /** Of what was promised to customers; `of` names a part, null is the SLA itself. */
    targetChanges: z.array(
      z.object({
        at: instantSchema,
        before: targetSchema,
        after: targetSchema,
        of: z.nullable(z.string()),
      }),
    ),
    /** Those in force; a top-up is an instant. */
    corrections: z.array(
      z.object({
        kind: z.enum(['exclusion', 'top-up']),
        start: instantSchema,
        end: instantSchema,
        of: z.nullable(z.string()),
      }),
    ),
    /** When clauses about what was promised were met; `of` names a part, null is the SLA itself. */
    enactments: z.array(z.extend(policyMarkSchema, { of: z.nullable(z.string()) })),
  }),
})
export type SlaCurvesRow = z.infer<typeof slaCurvesRowSchema>
export const slaCurvesSchema = slaTableOf(slaCurvesRowSchema)

export const slaCurvesQuery = z.strictObject({ ...selection, ...windowed, ...pageQuery })
