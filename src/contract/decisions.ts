import * as z from 'zod/mini'

import { signInMethods } from '../domain/access/caller.ts'
import {
  decisionCategories,
  decisionWorkflows,
  effectResults,
  type DecisionCategory,
  type DecisionWorkflow,
} from '../domain/decision.ts'
import { instantSchema, slugSchema } from './common.ts'

export const MOST_WORDS = 300
export const MOST_TEXT = 4_000
const MOST_ANSWERS = 40
const MOST_FIGURES = 60
const MOST_LINKS = 50
const MOST_HREF = 2_000
const MOST_DECIDERS = 20

const words = z.string().check(z.trim(), z.minLength(1), z.maxLength(MOST_WORDS))
const text = z.string().check(z.maxLength(MOST_TEXT))
export const daySchema = z.iso.date()
export const named = z.nullable(slugSchema)

/** Inside the app: a record never leads to another host. Browsers drop tabs, so that one after the first slash hides a second. */
const hrefSchema = z.string().check(
  z.regex(/^\/(?:[^/\\].*)?$/),
  z.refine((href) => !/\p{Cc}/u.test(href), { error: 'An address without control characters' }),
  z.maxLength(MOST_HREF),
)

export const subjectSchema = z.strictObject({
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

export const deciderSchema = z.strictObject({
  name: words,
  /** In which capacity, as in "product owner". */
  role: words,
  /** The id of the person where it is known; else whoever signs in by that name is meant. */
  person: z.nullable(z.string().check(z.minLength(1), z.maxLength(MOST_WORDS))),
})
export type Decider = z.infer<typeof deciderSchema>

/** What is kept of a decision, and what is signed. */
export const decisionBodySchema = z.strictObject({
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

export const effectBodySchema = z.strictObject({
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
