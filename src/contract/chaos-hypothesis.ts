import * as z from 'zod/mini'

import { adherences } from '../domain/adherence.ts'
import { chaosLeanings } from '../domain/chaos-hypothesis.ts'
import { subject } from './budget.ts'
import { periodSchema } from './catalog.ts'
import {
  countSchema,
  instantSchema,
  ratioSchema,
  slugListSchema,
  slugSchema,
  targetSchema,
} from './common.ts'

const namedSchema = z.object({ slug: slugSchema, name: z.string() })

/** What is promised in view, by what it is measured by. */
const sliSchema = z.object({
  slug: slugSchema,
  name: z.string(),
  sloCount: countSchema,
  serviceCount: countSchema,
  /** In deployments: every one has a budget of its own. */
  seriesCount: countSchema,
  defendedCount: countSchema,
  tightest: targetSchema,
})
export type ChaosSli = z.infer<typeof sliSchema>

/** A defended SLO in one deployment. */
const candidateSchema = z.object({
  ...subject,
  fulfilledCount: countSchema,
  /** Closed periods with a verdict. */
  verdictCount: countSchema,
  /** Of the last periods; null where there was no budget. */
  leastLeft: z.nullable(ratioSchema),
  /** Of an episode of the last periods; null where there was none. */
  highestSpeed: z.nullable(z.number()),
})
export type ChaosCandidate = z.infer<typeof candidateSchema>

const chaosEpisodeSchema = z.object({
  periodName: z.string(),
  start: instantSchema,
  spanHours: countSchema,
  depletion: ratioSchema,
  /** % of the budget per hour. */
  speed: z.number(),
  incidents: z.array(
    z.object({ id: z.string(), title: z.nullable(z.string()), url: z.nullable(z.string()) }),
  ),
  releaseBefore: z.nullable(z.object({ version: z.string(), at: instantSchema })),
  /** It stands out, and neither an incident nor a release explains it. */
  isBlip: z.boolean(),
})
export type ChaosEpisode = z.infer<typeof chaosEpisodeSchema>

const weekSchema = z.object({
  start: instantSchema,
  end: instantSchema,
  /** Of the share of the grant that its own events make; null without traffic, measurements or a budget. */
  remaining: z.nullable(ratioSchema),
  adherence: z.enum(adherences),
})
export type ChaosWeek = z.infer<typeof weekSchema>

const chosenSchema = z.object({
  ...subject,
  /** Of each of the last periods. */
  cells: z.array(z.enum(adherences)),
  isDefended: z.nullable(z.boolean()),
  /** Fastest first. */
  episodes: z.array(chaosEpisodeSchema),
  averageSpeed: z.nullable(z.number()),
  blipCount: countSchema,
  /** Whole ones, oldest first. */
  weeks: z.array(weekSchema),
  /** Where its service runs: harm need not begin in production. */
  environments: z.array(
    z.extend(namedSchema, {
      isProduction: z.boolean(),
      /** Whether the SLO is measured there: elsewhere its budget tells nothing of the harm. */
      isMeasured: z.boolean(),
    }),
  ),
})
export type ChaosChosen = z.infer<typeof chosenSchema>

export const chaosHypothesisSchema = z.object({
  choices: z.object({
    teams: z.array(namedSchema),
    services: z.array(namedSchema),
    deployments: z.array(namedSchema),
  }),
  /** The closed ones of the accounting year, oldest first; three at least. */
  periods: z.array(periodSchema),
  /** Of them the last, by which it is told what is defended. */
  lastPeriods: z.array(periodSchema),
  slis: z.array(sliSchema),
  /** Services in view without any SLO, with their owners. */
  withoutSlo: z.array(z.object({ service: slugSchema, teamName: z.string() })),
  seriesCount: countSchema,
  defendedCount: countSchema,
  /** The best defended ones first; the first few. */
  candidates: z.array(candidateSchema),
  /** What the hypothesis is about: the one asked for, else the first candidate; null where there is neither. */
  chosen: z.nullable(chosenSchema),
  outcome: z.object({
    leansTo: z.nullable(z.enum(chaosLeanings)),
    says: z.string(),
    rule: z.string(),
  }),
  dataUpTo: instantSchema,
})
export type ChaosHypothesis = z.infer<typeof chaosHypothesisSchema>

export const chaosHypothesisQuery = z.strictObject({
  team: z.optional(slugListSchema),
  service: z.optional(slugListSchema),
  /** Those of production where it is left out. */
  deployment: z.optional(slugListSchema),
  /** The SLO and the deployment that are looked at, whatever else is in view. */
  subject: z.optional(z.string().check(z.regex(/^[a-z0-9.-]+@[a-z0-9.-]+$/), z.maxLength(300))),
  at: z.optional(instantSchema),
})
