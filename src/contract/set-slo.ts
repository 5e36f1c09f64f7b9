import * as z from 'zod/mini'

import { adherences } from '../domain/adherence.ts'
import { dependencyStrengths, failureModes, reaches } from '../domain/composition.ts'
import { keptStandings, levelNotes, serviceLevelClasses } from '../domain/service-level-class.ts'
import { periodSchema } from './catalog.ts'
import { countSchema, instantSchema, ratioSchema, slugSchema, targetSchema } from './common.ts'

const namedSchema = z.object({ slug: slugSchema, name: z.string() })

/** One SLO, or endpoint-level SLA, of a dependency in one deployment. */
const promiseSchema = z.object({
  /** The id of the SLO; the endpoint-level SLA judges the same events. */
  id: slugSchema,
  slug: slugSchema,
  name: z.string(),
  sli: slugSchema,
  sliName: z.string(),
  target: targetSchema,
  thresholdMs: z.nullable(z.number()),
  deployment: slugSchema,
  /** In each of the closed periods looked at. */
  cells: z.array(z.enum(adherences)),
})
export type PromiseOnWire = z.infer<typeof promiseSchema>

const keptSchema = z.object({
  standing: z.enum(keptStandings),
  count: countSchema,
  brokenCount: countSchema,
  silentCount: countSchema,
  says: z.string(),
  items: z.array(promiseSchema),
})

const dependencySchema = z.object({
  /** The slug of a service, or the name of what is not in the catalog. */
  name: z.string(),
  /** Null for an external one. */
  service: z.nullable(
    z.object({ slug: slugSchema, name: z.string(), team: slugSchema, teamName: z.string() }),
  ),
  /** Where it is looked at: the deployment asked for, or those it has in production where it is not in that one. */
  deployments: z.array(slugSchema),
  /** How often its failures were given back to the service's budgets; of external ones, what the product knows of them. */
  correctionCount: countSchema,
  slas: keptSchema,
  /** Null for an external one: nobody outside tells its SLOs. */
  slos: z.nullable(keptSchema),
  level: z.enum(serviceLevelClasses),
  note: z.nullable(z.enum(levelNotes)),
  levelSays: z.string(),
  /** Availability: the loosest target it promises, and what the least available of it kept in the closed periods. */
  promised: z.nullable(ratioSchema),
  kept: z.nullable(ratioSchema),
  answer: z.object({
    strength: z.nullable(z.enum(dependencyStrengths)),
    hasAdaptiveCapacity: z.boolean(),
    failure: z.enum(failureModes),
    promise: z.nullable(targetSchema),
    isKept: z.nullable(z.boolean()),
  }),
})
export type DependencyOnWire = z.infer<typeof dependencySchema>

export const setSloSchema = z.object({
  service: z.extend(namedSchema, { team: slugSchema, teamName: z.string() }),
  deployment: slugSchema,
  /** What `deployment` can be. */
  deployments: z.array(namedSchema),
  /** The last closed ones, by which it is judged what was kept; oldest first. */
  periods: z.array(periodSchema),
  dependencies: z.array(dependencySchema),
  /** How the classes of the dependencies are found. */
  levelRule: z.string(),
  reach: z.object({
    /** The most that the service can keep which adds no failure of its own; null where no dependency has a figure. */
    promised: z.nullable(ratioSchema),
    /** By what they kept; by their promise where nothing was measured. */
    kept: z.nullable(ratioSchema),
    uncounted: z.array(z.string()),
    says: z.string(),
    rule: z.string(),
  }),
  /** The target asked about, or the one the data lean to; null where there is neither. */
  wish: z.nullable(
    z.object({
      target: targetSchema,
      reach: z.enum(reaches),
      partCount: countSchema,
      perPart: ratioSchema,
      says: z.string(),
    }),
  ),
  /** Availability of the service's own endpoints in closed periods, SLO or not. */
  endpoints: z.array(
    z.object({
      name: z.string(),
      /** Those in force now; null where none is set for its availability. */
      target: z.nullable(targetSchema),
      best: z.nullable(z.object({ availability: ratioSchema, period: z.string() })),
      last: z.nullable(ratioSchema),
      /** The tightest customary target that is within reach and that it kept once. */
      initial: z.nullable(targetSchema),
    }),
  ),
  outcome: z.object({
    initial: z.nullable(targetSchema),
    leaning: z.string(),
    rule: z.string(),
  }),
  dataUpTo: instantSchema,
})
export type SetSlo = z.infer<typeof setSloSchema>

const MOST_ANSWERS_TEXT = 6_000
const answer = `[^~]{1,120}~(?:${dependencyStrengths.join('|')}|-)~(?:yes|no)~(?:${failureModes.join('|')})~(?:[01](?:\\.\\d+)?|-)~(?:kept|broken|-)`

export const setSloQuery = z.strictObject({
  service: slugSchema,
  /** The first in production where it is left out. */
  deployment: z.optional(slugSchema),
  /** What was said of each dependency. */
  answers: z.optional(
    z.string().check(z.maxLength(MOST_ANSWERS_TEXT), z.regex(new RegExp(`^${answer}(?:~~${answer})*$`))),
  ),
  target: z.optional(z.coerce.number().check(z.gt(0), z.lt(1))),
  at: z.optional(instantSchema),
})
