import * as z from 'zod/mini'

import { decisionStates } from '../domain/decision.ts'
import { leanings, MOST_PICKS, shortlistLists } from '../domain/shortlist.ts'
import { periodSchema } from './catalog.ts'
import {
  countSchema,
  instantSchema,
  ratioSchema,
  slugListSchema,
  slugSchema,
  targetSchema,
} from './common.ts'

const endpointSchema = z.object({
  slug: z.nullable(slugSchema),
  verb: z.nullable(z.string()),
  path: z.string(),
})
const questionSchema = z.int().check(z.gte(1), z.lte(5))

/** One row of one list: a budget, or an endpoint that needs none. */
const findingSchema = z.object({
  /** Names the row among those of its list, for `leave` and `add`. */
  id: z.string(),
  service: slugSchema,
  team: slugSchema,
  endpoint: endpointSchema,
  deployment: slugSchema,
  /** Null where the row is about an endpoint. */
  slo: z.nullable(
    z.object({
      slug: z.string(),
      sli: slugSchema,
      sliName: z.string(),
      target: targetSchema,
      thresholdMs: z.nullable(z.number()),
    }),
  ),
  /** Broken periods, hours until exhaustion, remaining budget, % of the budget per hour, availability, or average milliseconds. */
  figure: z.number(),
  /** Of how many periods with a verdict; null where the list is about one period. */
  of: z.nullable(countSchema),
  /** The longest request in milliseconds; null where none was timed, or the row is about a budget. */
  longestMs: z.nullable(z.number()),
  /** Of an endpoint. */
  requests: z.nullable(countSchema),
  failures: z.nullable(countSchema),
  /** So few requests that one failure moves the figure visibly. */
  isLowTraffic: z.boolean(),
  /** Of its budget at the end of the last period, the lowest where the endpoint has several; null without one. */
  remaining: z.nullable(ratioSchema),
  isPicked: z.boolean(),
})
export type FindingOnWire = z.infer<typeof findingSchema>

const listSchema = z.object({
  list: z.enum(shortlistLists),
  question: questionSchema,
  /** The first ones and all that tie with the last of them. */
  rows: z.array(findingSchema),
  /** The one that comes next; of a list that is empty for good reasons the one that came closest. */
  next: z.nullable(findingSchema),
  /** How many were ranked. */
  rankedCount: countSchema,
  /** Why it names nothing; null where it names something. */
  empty: z.nullable(z.object({ says: z.string(), isGood: z.boolean() })),
})
export type ShortlistListOnWire = z.infer<typeof listSchema>

const shortlistedSchema = z.object({
  service: slugSchema,
  team: slugSchema,
  endpoint: endpointSchema,
  /** One where deployments stand apart. */
  deployments: z.array(slugSchema),
  questions: z.array(questionSchema),
  /** The rows that put it there, by their lists and ids. */
  places: z.array(z.object({ list: z.enum(shortlistLists), id: z.string() })),
  /** The budget it is about most; null where it has none. */
  slo: z.nullable(z.object({ slug: z.string(), sli: slugSchema, deployment: slugSchema })),
})
export type ShortlistedOnWire = z.infer<typeof shortlistedSchema>

const namedSchema = z.object({ slug: slugSchema, name: z.string() })

export const featuresOrReliabilitySchema = z.object({
  /** The last closed period the evidence is about; null where none has closed yet. */
  period: z.nullable(periodSchema),
  /** Those that the first question looks at, oldest first. */
  periods: z.array(periodSchema),
  /** What `period` can be, oldest first. */
  closedPeriods: z.array(periodSchema),
  /** The next period to come, and the one after it. */
  decisionFor: periodSchema,
  reviewIn: periodSchema,
  scope: z.object({
    teams: z.array(namedSchema),
    serviceCount: countSchema,
    deployments: z.array(namedSchema),
  }),
  picks: countSchema,
  isMerged: z.boolean(),
  lists: z.array(listSchema),
  /** With what was left out and added by hand. */
  shortlist: z.array(shortlistedSchema),
  outcome: z.object({
    /** With what was left out and added by hand. */
    length: countSchema,
    says: z.string(),
    /** Of the lists as they are, whatever was left out or added. */
    ownLength: countSchema,
    leftOutCount: countSchema,
    addedCount: countSchema,
    /** Between these lies the length, by how many lists had something to go by. */
    shortest: countSchema,
    longest: countSchema,
    /** What all endpoints in view were that could have been named. */
    candidates: countSchema,
    /** Null where the length says nothing. */
    leansTo: z.nullable(z.enum(leanings)),
    leaning: z.string(),
    /** Null where no budget could be asked about. */
    rule: z.nullable(z.string()),
    /** Fewer picks with which the length would say something; null where it does, or where none would. */
    tellingPicks: z.nullable(countSchema),
  }),
  /** What was decided for `decisionFor` and just these teams, the latest that is neither withdrawn nor superseded. */
  decided: z.nullable(
    z.object({
      id: slugSchema,
      title: z.string(),
      decision: z.string(),
      state: z.enum(decisionStates),
      reliability: ratioSchema,
      by: z.string(),
      at: instantSchema,
      deciderCount: countSchema,
      signedCount: countSchema,
      nextReview: z.nullable(z.iso.date()),
    }),
  ),
  dataUpTo: instantSchema,
})
export type FeaturesOrReliability = z.infer<typeof featuresOrReliabilitySchema>

/** `most-broken_ledger.availability.post-entries_prod-us`: a row by its list and its id. */
const placesSchema = z
  .string()
  .check(
    z.maxLength(4_000),
    z.regex(
      new RegExp(
        `^(?:${shortlistLists.join('|')})_[a-z0-9._-]+(?:,(?:${shortlistLists.join('|')})_[a-z0-9._-]+)*$`,
      ),
    ),
  )

export const featuresOrReliabilityQuery = z.strictObject({
  team: z.optional(slugListSchema),
  deployment: z.optional(slugListSchema),
  /** A closed one; the last where it is left out. */
  period: z.optional(z.string()),
  picks: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(MOST_PICKS))),
  /** Whether an endpoint in several deployments is one on the shortlist. */
  merge: z.optional(z.enum(['yes', 'no'])),
  /** Rows that a person left out, and such that a person added. */
  leave: z.optional(placesSchema),
  add: z.optional(placesSchema),
  at: z.optional(instantSchema),
})
