import * as z from 'zod/mini'

import { signInMethods } from '../domain/access/caller.ts'
import {
  decisionCategories,
  decisionOrigins,
  decisionStates,
  decisionWorkflows,
  effectResults,
  effectStates,
  type DecisionCategory,
  type DecisionWorkflow,
} from '../domain/decision.ts'
import { choicesParameter, sortParameter } from './choices.ts'
import { countSchema, instantSchema, pageQuery, slugListSchema, slugSchema } from './common.ts'

const MOST_WORDS = 300
const MOST_TEXT = 4_000
const MOST_ANSWERS = 40
const MOST_FIGURES = 60
const MOST_LINKS = 50
const MOST_HREF = 2_000
const MOST_DECIDERS = 20

const words = z.string().check(z.trim(), z.minLength(1), z.maxLength(MOST_WORDS))
const text = z.string().check(z.maxLength(MOST_TEXT))
const daySchema = z.iso.date()
const named = z.nullable(slugSchema)

/** Inside the app: a record never leads to another host. */
const hrefSchema = z.string().check(z.regex(/^\/(?:[^/\\].*)?$/), z.maxLength(MOST_HREF))

const subjectSchema = z.strictObject({
  team: named,
  service: named,
  deployment: named,
  /** The id of an SLO. */
  slo: named,
  /** A contract, or the SLO whose endpoint-level SLA is meant. */
  sla: named,
})

const answerSchema = z.strictObject({
  question: words,
  /** What the person answered; empty where the figures say it. */
  answer: text,
  /** As they were seen: a record shows what was known when it was decided. */
  figures: z
    .array(z.strictObject({ label: words, value: z.string().check(z.maxLength(MOST_WORDS)) }))
    .check(z.maxLength(MOST_FIGURES)),
  /** Where the figures stand, frozen or live; null where they were brought from elsewhere. */
  href: z.nullable(hrefSchema),
})

const outcomeSchema = z.strictObject({
  /** The rule and its inputs, in words. */
  rule: text,
  /** Null where figures give signs and no verdict, as with people and money. */
  leansTo: z.nullable(text),
})

/** How the capacity of a period is shared between features and reliability. */
const splitSchema = z.strictObject({
  /** Whose capacity; none stands for the whole organization. */
  teams: z.array(slugSchema).check(z.maxLength(MOST_LINKS)),
  /** The id of the period, as in 2026-P13. */
  period: words,
  /** The share that reliability work gets; features get the rest. */
  reliability: z.number().check(z.gte(0), z.lte(1)),
})
type CapacitySplit = z.infer<typeof splitSchema>

const deciderSchema = z.strictObject({
  name: words,
  /** In which capacity, as in "product owner". */
  role: words,
  /** The id of the person where it is known; else whoever signs in by that name is meant. */
  person: z.nullable(z.string().check(z.minLength(1), z.maxLength(MOST_WORDS))),
})
export type Decider = z.infer<typeof deciderSchema>

/** What is kept of a decision, and what is signed. */
const decisionBodySchema = z.strictObject({
  category: z.enum(decisionCategories),
  /** Null where no workflow led to it. */
  workflow: z.nullable(z.enum(decisionWorkflows)),
  title: words,
  subject: subjectSchema,
  /** What is decided. */
  decision: text,
  reasons: text,
  answers: z.array(answerSchema).check(z.maxLength(MOST_ANSWERS)),
  outcome: z.nullable(outcomeSchema),
  /** Of a decision between features and reliability. */
  split: z.optional(splitSchema),
  /** Why it is decided otherwise than the data lean to; null where it is not. */
  deviation: z.nullable(text),
  /** Up to when the data went that were looked at. */
  evidenceAt: instantSchema,
  deciders: z.array(deciderSchema).check(z.maxLength(MOST_DECIDERS)),
  workItems: z.array(words).check(z.maxLength(MOST_LINKS)),
  contracts: z.array(slugSchema).check(z.maxLength(MOST_LINKS)),
  /** Clauses of policies, in words. */
  clauses: z.array(words).check(z.maxLength(MOST_LINKS)),
  /** Null: from the day on which all have signed. */
  validFrom: z.nullable(daySchema),
  nextReview: z.nullable(daySchema),
  effectCheck: z.nullable(z.strictObject({ on: daySchema, hypothesis: words })),
  /** The record whose place it takes. */
  supersedes: named,
  isDraft: z.boolean(),
  /** Why it was withdrawn; null while it was not. */
  withdrawnBecause: z.nullable(text),
})
export type DecisionBody = z.infer<typeof decisionBodySchema>

export function decisionOf(body: unknown): DecisionBody | null {
  const parsed = z.safeParse(decisionBodySchema, body)
  return parsed.success ? parsed.data : null
}

/** What a workflow knows when it ends; the person says the rest in the form. */
export type DecisionSeed = Readonly<{
  category: DecisionCategory
  workflow: DecisionWorkflow | null
  title: string
  subject: Readonly<DecisionBody['subject']>
  answers: readonly Readonly<{
    question: string
    answer: string
    figures: readonly Readonly<{ label: string; value: string }>[]
    href: string | null
  }>[]
  outcome: Readonly<{ rule: string; leansTo: string | null }> | null
  evidenceAt: string
  /** What follows from the answers, for the person to change. */
  decision?: string
  workItems?: readonly string[]
  hypothesis?: string
  split?: CapacitySplit
  /** What is chosen goes against what the data lean to. */
  isAgainst?: boolean
  validFrom?: string
  nextReview?: string
}>

const signatureBodySchema = z.strictObject({
  /** Of the canonical content, in hexadecimal digits. */
  hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  /** How it was known who signed. */
  method: z.enum(signInMethods),
})

export function signatureOf(body: unknown): z.infer<typeof signatureBodySchema> | null {
  const parsed = z.safeParse(signatureBodySchema, body)
  return parsed.success ? parsed.data : null
}

const effectBodySchema = z.strictObject({
  heldOn: daySchema,
  result: z.enum(effectResults),
  note: text,
  /** Null where it is looked at no more. */
  nextOn: z.nullable(daySchema),
})
export type DecisionEffect = z.infer<typeof effectBodySchema>

export function effectOf(body: unknown): DecisionEffect | null {
  const parsed = z.safeParse(effectBodySchema, body)
  return parsed.success ? parsed.data : null
}

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
  search: z.optional(z.string().check(z.maxLength(200))),
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
