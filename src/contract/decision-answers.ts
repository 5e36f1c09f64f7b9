import * as z from 'zod/mini'

import { signInMethods } from '../domain/access/caller.ts'
import {
  decisionCategories,
  decisionOrigins,
  decisionStates,
  decisionWorkflows,
  effectResults,
  effectStates,
} from '../domain/decision.ts'
import { choicesParameter, sortParameter } from './choices.ts'
import { countSchema, instantSchema, pageQuery, searchSchema, slugListSchema, slugSchema } from './common.ts'
import {
  subjectSchema,
  deciderSchema,
  decisionBodySchema,
  effectBodySchema,
  daySchema,
  named,
  MOST_TEXT,
  MOST_WORDS,
} from './decisions.ts'

const stamp = { version: countSchema, by: z.string(), at: instantSchema }

const rowSchema = z.object({
  id: slugSchema,
  ...stamp,
  category: z.enum(decisionCategories),
  workflow: z.nullable(z.enum(decisionWorkflows)),
  title: z.string(),
  subject: z.extend(subjectSchema, { teamName: z.nullable(z.string()) }),
  decision: z.string(),
  isDeviating: z.boolean(),
  state: z.enum(decisionStates),
  /** Where the latest version waits for signatures: the one that holds until then. */
  standingVersion: z.nullable(countSchema),
  deciders: z.array(z.extend(deciderSchema, { signedAt: z.nullable(instantSchema) })),
  /** The day on which all had signed. */
  agreedOn: z.nullable(daySchema),
  effectiveFrom: z.nullable(daySchema),
  nextReview: z.nullable(daySchema),
  /** The next look at what came of it, or the last where none follows. */
  effect: z.nullable(
    z.object({
      state: z.enum(effectStates),
      on: daySchema,
      hypothesis: z.string(),
      result: z.nullable(z.enum(effectResults)),
    }),
  ),
  supersedes: named,
  supersededBy: named,
})
export type DecisionRow = z.infer<typeof rowSchema>

const countsOf = <Name extends string>(names: readonly Name[]) =>
  z.array(z.object({ value: z.enum(names as readonly [Name, ...Name[]]), count: countSchema }))

export const decisionPageSchema = z.object({
  items: z.array(rowSchema),
  totalCount: countSchema,
  nextCursor: z.nullable(z.string()),
  today: daySchema,
  /** Of each by what else is chosen. */
  states: countsOf(decisionStates),
  categories: countsOf(decisionCategories),
  workflows: countsOf(decisionOrigins),
  /** Whoever is named in a record, by name. */
  people: z.array(z.string()),
  answer: z.string(),
})
export type DecisionPage = z.infer<typeof decisionPageSchema>

const sortColumns = [
  'changed',
  'title',
  'category',
  'team',
  'state',
  'effective',
  'effect',
  'review',
] as const
export type DecisionSortColumn = (typeof sortColumns)[number]

export const decisionsQuery = z.strictObject({
  /** `organization` stands for what is no team's. */
  team: z.optional(slugListSchema),
  service: z.optional(slugListSchema),
  category: choicesParameter(decisionCategories),
  workflow: choicesParameter(decisionOrigins),
  state: choicesParameter(decisionStates),
  effect: choicesParameter(effectStates),
  /** One who decides, by name. */
  decider: z.optional(z.string().check(z.minLength(1), z.maxLength(MOST_WORDS))),
  search: searchSchema,
  sort: sortParameter(sortColumns),
  ...pageQuery,
})

const signatureSchema = z.object({
  name: z.string(),
  role: z.string(),
  /** Null while the person has not signed. */
  signed: z.nullable(
    z.object({
      person: z.string(),
      name: z.string(),
      at: instantSchema,
      method: z.enum(signInMethods),
      hash: z.string(),
      /** The content is still what was signed. */
      isFitting: z.boolean(),
    }),
  ),
})
export type DecisionSignature = z.infer<typeof signatureSchema>

const versionSchema = z.object({
  ...stamp,
  isWithdrawn: z.boolean(),
  body: decisionBodySchema,
  /** SHA-256 of the canonical content of this version. */
  hash: z.string(),
  signatures: z.array(signatureSchema),
})
export type DecisionVersion = z.infer<typeof versionSchema>

const otherSchema = z.object({ id: slugSchema, title: z.string(), state: z.enum(decisionStates) })

export const decisionDetailSchema = z.object({
  decision: rowSchema,
  /** Newest first; the first is the latest. */
  versions: z.array(versionSchema),
  effects: z.array(z.object({ ...stamp, isWithdrawn: z.boolean(), effect: effectBodySchema })),
  supersedes: z.nullable(otherSchema),
  supersededBy: z.nullable(otherSchema),
  /** Everything that was done to it, newest first. */
  audit: z.array(
    z.object({
      at: instantSchema,
      by: z.string(),
      deed: z.enum(['recorded', 'changed', 'withdrawn', 'signed', 'checked']),
      version: countSchema,
    }),
  ),
  /** When it was read. */
  readAt: instantSchema,
})
export type DecisionDetail = z.infer<typeof decisionDetailSchema>

const seenVersion = countSchema

export const decisionChange = z.strictObject({
  /** The version that is changed; 0 where there is none. */
  seenVersion,
  decision: decisionBodySchema,
})
/** The version that is meant, and no other. */
const version = z.int().check(z.gte(1))

export const decisionSigning = z.strictObject({ version })
export const decisionWithdrawal = z.strictObject({
  version,
  because: z.string().check(z.trim(), z.minLength(1), z.maxLength(MOST_TEXT)),
})
export const decisionEffectChange = z.strictObject({
  /** Of the check; 0 where nobody has looked yet. */
  seenVersion,
  effect: effectBodySchema,
})
export const decisionVersionAnswer = z.object({ id: slugSchema, version: countSchema })
