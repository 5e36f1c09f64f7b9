import * as z from 'zod/mini'

import {
  agreements,
  catalogAttributes,
  dutyBearers,
  operatingModels,
  serviceClasses,
  type ServiceDuty,
  serviceLevels,
  serviceStages,
} from '../domain/service-catalog.ts'
import { periodSchema, stateCountsSchema } from './catalog.ts'
import { choicesParameter, sortParameter } from './choices.ts'
import {
  budgetStateSchema,
  countSchema,
  instantSchema,
  pageQuery,
  searchSchema,
  slugListSchema,
  slugSchema,
  targetSchema,
} from './common.ts'
import { contractSchema } from './contracts.ts'
import { serviceProfileSchema } from './service-profile.ts'

const MOST_WORDS = 300
const MOST_NOTE = 2_000
const words = z.string().check(z.maxLength(MOST_WORDS))
const note = z.string().check(z.maxLength(MOST_NOTE))

const duty = z.nullable(z.enum(dutyBearers))

/** What people say of a service, because no file and no measurement knows it. */
const serviceFactsSchema = z.strictObject({
  /** The role that keeps this up to date, as in "Product owner of Payments". */
  keeper: words,
  model: z.nullable(z.enum(operatingModels)),
  modelSince: z.nullable(z.iso.date()),
  class: z.nullable(z.enum(serviceClasses)),
  duties: z.strictObject({
    'on-call-in-hours': duty,
    'on-call-out-of-hours': duty,
    rollouts: duty,
    breaches: duty,
    policy: duty,
    escalations: duty,
  } satisfies Record<ServiceDuty, typeof duty>),
  /** What sales and legal may promise, in plain words. */
  promise: note,
  note,
})
export type ServiceFacts = z.infer<typeof serviceFactsSchema>

/** What was kept, where it can still be read. */
export function serviceFactsOf(body: unknown): ServiceFacts | null {
  const parsed = z.safeParse(serviceFactsSchema, body)
  return parsed.success ? parsed.data : null
}

const countedSchema = z.object({
  seriesCount: countSchema,
  burningCount: countSchema,
  states: stateCountsSchema,
  worstState: z.nullable(budgetStateSchema),
})

const confirmedSchema = z.object({
  by: z.string(),
  at: instantSchema,
  /** Whole months since. */
  months: countSchema,
  isStale: z.boolean(),
})

const rowSchema = z.object({
  slug: slugSchema,
  name: z.string(),
  team: slugSchema,
  teamName: z.string(),
  description: z.string(),
  level: z.enum(serviceLevels),
  stage: z.enum(serviceStages),
  liveFrom: z.nullable(z.string()),
  product: z.nullable(z.string()),
  /** What it is a part of. */
  partOf: z.nullable(slugSchema),
  partCount: countSchema,
  /** How deep it stands below what it is a part of; 0 where rows are not ordered by place. */
  depth: countSchema,
  /** Shown only because a part of it was asked for. */
  isContext: z.boolean(),
  endpointCount: countSchema,
  /** Of itself and of its parts. */
  sloCount: countSchema,
  /** Of its production series, and of its parts', in the current period; null where nothing is measured. */
  budgets: z.nullable(countedSchema),
  /** When people last said that all this is right; null before they first do. */
  confirmed: z.nullable(confirmedSchema),
  missing: z.array(z.enum(catalogAttributes)),
})
export type CatalogRow = z.infer<typeof rowSchema>

const coverageSchema = z.object({
  attribute: z.enum(catalogAttributes),
  known: countSchema,
  expected: countSchema,
})

export const catalogPageSchema = z.object({
  items: z.array(rowSchema),
  totalCount: countSchema,
  nextCursor: z.nullable(z.string()),
  /** Of all services that are chosen, whatever is missing or stale of them. */
  coverage: z.array(coverageSchema),
  teams: z.array(
    z.object({
      team: slugSchema,
      name: z.string(),
      serviceCount: countSchema,
      coverage: z.array(coverageSchema),
    }),
  ),
  staleCount: countSchema,
  /** Of every service there is. */
  products: z.array(z.string()),
  answer: z.string(),
})
export type CatalogPage = z.infer<typeof catalogPageSchema>

const sortColumns = ['place', 'name', 'team', 'product', 'state', 'slos', 'missing', 'confirmed'] as const
export type CatalogSortColumn = (typeof sortColumns)[number]

export const catalogServicesQuery = z.strictObject({
  team: z.optional(slugListSchema),
  product: z.optional(z.string().check(z.maxLength(MOST_WORDS))),
  level: choicesParameter(serviceLevels),
  stage: choicesParameter(serviceStages),
  missing: choicesParameter(catalogAttributes),
  stale: z.optional(z.enum(['only'])),
  search: searchSchema,
  sort: sortParameter(sortColumns),
  ...pageQuery,
})

const { cursor: _cursor, limit: _limit, sort: _sort, ...choiceOfServices } = catalogServicesQuery.shape
export const catalogDocumentQuery = z.strictObject(choiceOfServices)

/** Files that say what the catalog says. */
export const catalogDocumentSchema = z.object({ fileName: z.string(), text: z.string() })

const named = z.object({ slug: slugSchema, name: z.string() })
const verdictCounts = z.object({
  period: periodSchema,
  within: countSchema,
  broke: countSchema,
  /** Without traffic or data: neither. */
  silent: countSchema,
})

export const catalogServiceSchema = z.object({
  service: rowSchema,
  /** As code; null where only its name, its team and where it runs are known. */
  profile: z.nullable(serviceProfileSchema),
  deployments: z.array(slugSchema),
  /** From the nearest to the highest. */
  wholes: z.array(named),
  parts: z.array(rowSchema),
  calls: z.array(named),
  calledBy: z.array(named),
  endpoints: z.array(
    z.object({
      slug: slugSchema,
      service: slugSchema,
      verb: z.nullable(z.string()),
      path: z.string(),
      sloCount: countSchema,
    }),
  ),
  slos: z.array(
    z.object({
      id: slugSchema,
      slug: slugSchema,
      service: slugSchema,
      team: slugSchema,
      sli: slugSchema,
      sliName: z.string(),
      endpoint: z.string(),
      target: targetSchema,
      slaTarget: z.nullable(targetSchema),
      thresholdMs: z.nullable(z.number()),
      isDefault: z.boolean(),
      priority: z.nullable(countSchema),
      hasRunbook: z.boolean(),
      /** The last version of its target. */
      changedAt: instantSchema,
      /** Where it runs in production, with its state in the current period. */
      states: z.array(z.object({ deployment: slugSchema, state: budgetStateSchema })),
    }),
  ),
  /** SLOs in each production deployment by period, oldest first, the last one open. */
  history: z.array(verdictCounts),
  /** The same of the SLAs of its endpoints. */
  slaHistory: z.array(verdictCounts),
  contracts: z.array(
    z.object({
      slug: slugSchema,
      name: z.string(),
      target: targetSchema,
      since: contractSchema.shape.since,
    }),
  ),
  rotations: z.array(
    z.object({
      team: slugSchema,
      id: z.string(),
      name: z.string(),
      notation: z.nullable(z.string()),
      primaryPeople: countSchema,
      backupPeople: countSchema,
    }),
  ),
  /** Hours of the week that some rotation covers in production. */
  coveredHours: countSchema,
  releases: z.array(z.object({ deployment: slugSchema, version: z.string(), at: instantSchema })),
  /** What is agreed before anything goes to production. */
  agreements: z.array(z.object({ agreement: z.enum(agreements), isMade: z.boolean() })),
  /** Null before anybody entered something; `version` is then 0. */
  facts: z.nullable(serviceFactsSchema),
  version: countSchema,
  /** Newest first. */
  versions: z.array(
    z.object({
      version: countSchema,
      by: z.string(),
      at: instantSchema,
      isWithdrawn: z.boolean(),
      facts: z.nullable(serviceFactsSchema),
    }),
  ),
  /** As a file would say it. */
  document: catalogDocumentSchema,
})
export type CatalogService = z.infer<typeof catalogServiceSchema>

/** Null takes back what was said. */
export const serviceFactsChange = z.strictObject({
  seenVersion: countSchema,
  facts: z.nullable(serviceFactsSchema),
})

export const serviceFactsAnswer = z.object({ version: countSchema })
