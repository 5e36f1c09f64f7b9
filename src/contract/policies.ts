import * as z from 'zod/mini'

import {
  conditionKinds,
  consequenceKinds,
  policyStates,
  type ConditionLetter,
  type ConsequenceLetter,
} from '../domain/policy.ts'
import { clauseStatuses, enactmentStatuses } from '../domain/policy-enactment.ts'
import { choicesParameter } from './choices.ts'
import { countSchema, instantSchema, ratioSchema, slugListSchema, slugSchema } from './common.ts'
import { periodSchema } from './catalog.ts'

const conditionLetters = ['A', 'B', 'C', 'D', 'E', 'F', 'G'] as const satisfies readonly ConditionLetter[]
const consequenceLetters = [
  ...conditionLetters,
  'H',
  'I',
  'J',
] as const satisfies readonly ConsequenceLetter[]

export const conditionSchema = z.object({
  kind: z.enum(conditionKinds),
  /** As tables of the reference call it; null for a condition of the team's own. */
  letter: z.nullable(z.enum(conditionLetters)),
  depletedPercent: z.nullable(z.number()),
  within: z.nullable(z.string()),
  budget: z.enum(['slo', 'sla']),
  slis: z.array(z.string()),
  description: z.string(),
})

export const consequenceSchema = z.object({
  kind: z.enum(consequenceKinds),
  letter: z.nullable(z.enum(consequenceLetters)),
  /** Whether a tool can do it, or people whose work leaves a trace, or people alone. */
  automation: z.enum(['automatable', 'traceable', 'by-people']),
  description: z.string(),
  execution: z.enum(['automated', 'semi-automated', 'manual']),
  within: z.nullable(z.string()),
  engineersPercent: z.nullable(z.number()),
})
export type ConsequenceOnWire = z.infer<typeof consequenceSchema>

/** What people found when they looked at a condition that no budget tells of. */
const checkSchema = z.object({
  isMet: z.boolean(),
  note: z.string(),
  by: z.string(),
  at: instantSchema,
})

const clauseSchema = z.object({
  /** Unique in the policy; stands in addresses. */
  id: slugSchema,
  name: z.string(),
  condition: conditionSchema,
  trigger: z.enum(['automatic', 'manual']),
  consequences: z.array(consequenceSchema),
  /** How it stands now. Null where the policy binds nobody. */
  status: z.nullable(z.enum(clauseStatuses)),
  /** Budgets for which its condition is met now, bound by it or not; null where people look. */
  metCount: z.nullable(countSchema),
  /** Enactments that somebody still has something to do about. */
  unfinishedCount: countSchema,
  /** The budget that is nearest to its threshold or furthest beyond; null where people look, or no budget is in its scope. */
  nearest: z.nullable(
    z.object({
      sloId: slugSchema,
      service: slugSchema,
      sli: slugSchema,
      deployment: slugSchema,
      endpoint: z.object({ slug: slugSchema, verb: z.nullable(z.string()), path: z.string() }),
      sloSlug: slugSchema,
      /** Null where the target leaves no budget. */
      depleted: z.nullable(ratioSchema),
      isMet: z.boolean(),
    }),
  ),
  /** The last time people looked; null where they never have, or need not. */
  check: z.nullable(checkSchema),
  /** To be sent back with the next check. */
  checkVersion: countSchema,
})
export type ClauseOnWire = z.infer<typeof clauseSchema>

const policySchema = z.object({
  slug: slugSchema,
  name: z.string(),
  description: z.string(),
  team: slugSchema,
  teamName: z.string(),
  services: z.array(slugSchema),
  purpose: z.string(),
  state: z.enum(policyStates),
  /** A day. */
  enactedOn: z.nullable(z.string()),
  /** The first day on which it bound nobody any more; null where it is not retired, or nobody said. */
  retiredOn: z.nullable(z.string()),
  /** It is enacted, and its day has come. */
  isInForce: z.boolean(),
  visibility: z.enum(['public', 'team']),
  clauses: z.array(clauseSchema),
  escalation: z.array(z.string()),
  agreedBy: z.array(z.string()),
  nextReview: z.nullable(z.object({ on: z.nullable(z.string()), orAfter: z.nullable(z.string()) })),
  /** The day its next review is due: that named above, or what follows from reviews held since; null where nothing was agreed. */
  reviewDue: z.nullable(z.string()),
  isReviewOverdue: z.boolean(),
  silverBulletsPerYear: z.nullable(countSchema),
  thawTax: z.nullable(z.number()),
  parts: z.array(z.object({ title: z.string(), text: z.string() })),
})
export type PolicyOnWire = z.infer<typeof policySchema>

export const policyListSchema = z.object({
  items: z.array(policySchema),
  /** Teams of the selection without a policy, or with none that whoever asks may see. */
  without: z.array(z.object({ team: slugSchema, teamName: z.string(), isHidden: z.boolean() })),
  dataUpTo: instantSchema,
  currentPeriod: periodSchema,
  answer: z.string(),
  /** How many of each state there are, whatever states are chosen. */
  states: z.array(z.object({ slug: z.enum(policyStates), count: countSchema })),
})
export type PolicyList = z.infer<typeof policyListSchema>

export const policiesQuery = z.strictObject({
  team: z.optional(slugListSchema),
  service: z.optional(slugListSchema),
  state: choicesParameter(policyStates),
})

/** A clause as one budget stands to it. */
const sloClauseSchema = z.object({
  policy: slugSchema,
  policyName: z.string(),
  clause: slugSchema,
  clauseName: z.string(),
  team: slugSchema,
  teamName: z.string(),
  condition: conditionSchema,
  trigger: z.enum(['automatic', 'manual']),
  consequences: z.array(consequenceSchema),
  isInForce: z.boolean(),
  /** The share of the grant that is gone in the condition's window; null without a budget. */
  depleted: z.nullable(ratioSchema),
  /** The share at which it is met. */
  threshold: ratioSchema,
  isMet: z.boolean(),
  /** The one that goes on or is unfinished, the latest of them; null where none is. */
  enactment: z.nullable(
    z.object({ id: slugSchema, status: z.enum(enactmentStatuses), metAt: instantSchema }),
  ),
})
export type SloClause = z.infer<typeof sloClauseSchema>

export const sloClausesSchema = z.object({
  /** What is met first, then the nearest to its threshold. */
  items: z.array(sloClauseSchema),
  /** Clauses of the same policies that people have to look at. */
  byPeople: countSchema,
  dataUpTo: instantSchema,
})
export type SloClauses = z.infer<typeof sloClausesSchema>

const MOST_NOTE_CHARACTERS = 2_000
export const policyNoteSchema = z.string().check(z.maxLength(MOST_NOTE_CHARACTERS))

const clauseCheckBodySchema = z.strictObject({ isMet: z.boolean(), note: policyNoteSchema })

export function clauseCheckOf(body: unknown): z.infer<typeof clauseCheckBodySchema> | null {
  const parsed = z.safeParse(clauseCheckBodySchema, body)
  return parsed.success ? parsed.data : null
}

export const clauseCheckSchema = z.strictObject({ seenVersion: countSchema, check: clauseCheckBodySchema })
export const clauseCheckAnswerSchema = z.object({ version: countSchema })
