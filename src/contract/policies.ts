import * as z from 'zod/mini'

import {
  conditionKinds,
  consequenceKinds,
  policyStates,
  type ConditionLetter,
  type ConsequenceLetter,
} from '../domain/policy.ts'
import {
  clauseStatuses,
  consequenceStandings,
  consequenceStates,
  enactmentStatuses,
} from '../domain/policy-enactment.ts'
import { windowNames } from '../domain/time-window.ts'
import { subject } from './budget.ts'
import { choicesParameter, sortParameter } from './choices.ts'
import { countSchema, instantSchema, pageQuery, ratioSchema, slugListSchema, slugSchema } from './common.ts'
import { periodSchema } from './catalog.ts'
import { linkSchema } from './record-fields.ts'

const conditionLetters = ['A', 'B', 'C', 'D', 'E', 'F', 'G'] as const satisfies readonly ConditionLetter[]
const consequenceLetters = [
  ...conditionLetters,
  'H',
  'I',
  'J',
] as const satisfies readonly ConsequenceLetter[]

const conditionSchema = z.object({
  kind: z.enum(conditionKinds),
  /** As tables of the reference call it; null for a condition of the team's own. */
  letter: z.nullable(z.enum(conditionLetters)),
  depletedPercent: z.nullable(z.number()),
  within: z.nullable(z.string()),
  budget: z.enum(['slo', 'sla']),
  slis: z.array(z.string()),
  description: z.string(),
})

const consequenceSchema = z.object({
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
  /** It is enacted, and its day has come. */
  isInForce: z.boolean(),
  visibility: z.enum(['public', 'team']),
  clauses: z.array(clauseSchema),
  escalation: z.array(z.string()),
  agreedBy: z.array(z.string()),
  nextReview: z.nullable(z.object({ on: z.nullable(z.string()), orAfter: z.nullable(z.string()) })),
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

const enactedConsequenceSchema = z.extend(consequenceSchema, {
  state: z.enum(consequenceStates),
  /** When it came into that state: with the enactment, where nobody has said anything. */
  stateAt: instantSchema,
  by: z.nullable(z.string()),
  dueAt: z.nullable(instantSchema),
  standing: z.enum(consequenceStandings),
  /** The work item. */
  link: z.nullable(linkSchema),
  note: z.string(),
})

const enactmentSchema = z.object({
  /** Policy, clause, series and the hour in which it was met, for good. */
  id: slugSchema,
  policy: slugSchema,
  policyName: z.string(),
  clause: slugSchema,
  clauseName: z.string(),
  condition: conditionSchema,
  team: slugSchema,
  teamName: z.string(),
  /** Null where people said that the condition is met, of no budget. */
  subject: z.nullable(z.object(subject)),
  metAt: instantSchema,
  /** Null while the condition goes on being met. */
  endedAt: z.nullable(instantSchema),
  /** The share of the grant that was gone when it was met, and at most. Null without a budget. */
  depletedAtMet: z.nullable(ratioSchema),
  depletedAtMost: z.nullable(ratioSchema),
  /** The grant is still an estimate. */
  isEstimate: z.boolean(),
  status: z.enum(enactmentStatuses),
  acknowledged: z.nullable(z.object({ by: z.string(), at: instantSchema, note: z.string() })),
  consequences: z.array(enactedConsequenceSchema),
  hoursToAcknowledge: z.nullable(z.number()),
  hoursToDone: z.nullable(z.number()),
  /** What to change: of an enactment whose beginning late hours have moved, the one people wrote to. */
  written: z.object({ enactment: slugSchema, version: countSchema }),
})
export type EnactmentOnWire = z.infer<typeof enactmentSchema>

/** What a review of a policy starts from. */
const enactmentCountsSchema = z.object({
  enactments: countSchema,
  /** Whose condition is met now. */
  present: countSchema,
  unacknowledged: countSchema,
  /** Over before anybody acknowledged them. */
  passed: countSchema,
  unfinished: countSchema,
  /** Of the consequences with a time to keep that is over, or done: how many were done in it. */
  onTime: countSchema,
  onTimeOf: countSchema,
  /** Medians of those that have one. */
  hoursToAcknowledge: z.nullable(z.number()),
  hoursToDone: z.nullable(z.number()),
  /** Budgets in scope that were exhausted before a period ended, and those of them that no acknowledged enactment answered. */
  exhaustions: countSchema,
  missed: countSchema,
  /** Reliability tickets of the services in the 28 days before their enactments and after; those whose 28 days are over. */
  ticketsBefore: countSchema,
  ticketsAfter: countSchema,
  ticketsOf: countSchema,
  /** Days on which a service was released to production while its policy had stopped that, and the days they add where it has a thaw tax. */
  releaseDays: countSchema,
  thawDays: z.number(),
})
export type EnactmentCounts = z.infer<typeof enactmentCountsSchema>

const enactmentSortColumns = ['met', 'team', 'clause', 'service', 'depleted', 'acknowledged', 'done'] as const
export type EnactmentSortColumn = (typeof enactmentSortColumns)[number]

export const enactmentListSchema = z.object({
  items: z.array(enactmentSchema),
  totalCount: countSchema,
  nextCursor: z.nullable(z.string()),
  window: z.object({ from: instantSchema, to: instantSchema }),
  dataUpTo: instantSchema,
  answer: z.string(),
  counts: enactmentCountsSchema,
  /** Oldest first: those that overlap the window, with the enactments met in them. */
  periods: z.array(z.extend(enactmentCountsSchema, { period: periodSchema })),
  /** Those with a policy in force that may be seen. */
  teams: z.array(z.extend(enactmentCountsSchema, { team: slugSchema, teamName: z.string() })),
  statuses: z.array(z.object({ slug: z.enum(enactmentStatuses), count: countSchema })),
})
export type EnactmentList = z.infer<typeof enactmentListSchema>

export const enactmentsQuery = z.strictObject({
  team: z.optional(slugListSchema),
  service: z.optional(slugListSchema),
  sli: z.optional(slugListSchema),
  slo: z.optional(slugListSchema),
  deployment: z.optional(slugListSchema),
  policy: z.optional(slugListSchema),
  clause: z.optional(slugListSchema),
  status: choicesParameter(enactmentStatuses),
  window: z.optional(z.enum(windowNames)),
  from: z.optional(instantSchema),
  to: z.optional(instantSchema),
  sort: sortParameter(enactmentSortColumns),
  ...pageQuery,
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
const noteSchema = z.string().check(z.maxLength(MOST_NOTE_CHARACTERS))

/** What is kept of what people did about an enactment. */
const enactmentBodySchema = z.object({
  acknowledged: z.nullable(z.object({ by: z.string(), at: instantSchema, note: noteSchema })),
  /** By their kinds, in the order of the clause: one whose kind the clause has lost is passed over. */
  consequences: z.array(
    z.object({
      kind: z.enum(consequenceKinds),
      state: z.enum(consequenceStates),
      at: instantSchema,
      by: z.string(),
      link: z.nullable(linkSchema),
      note: noteSchema,
    }),
  ),
})
export type EnactmentBody = z.infer<typeof enactmentBodySchema>

/** What was kept, where it can still be read. */
export function enactmentBodyOf(body: unknown): EnactmentBody | null {
  const parsed = z.safeParse(enactmentBodySchema, body)
  return parsed.success ? parsed.data : null
}

export const enactmentChangeSchema = z.strictObject({
  /** The version that is changed; 0 where there is none. */
  seenVersion: countSchema,
  /** Null where nobody has, or takes it back. Who and when is kept of the first time. */
  acknowledged: z.nullable(z.strictObject({ note: noteSchema })),
  /** All of the clause's, in its order. */
  consequences: z.array(
    z.strictObject({
      state: z.enum(consequenceStates),
      /** When it came into that state, where it was not just now. */
      at: z.nullable(instantSchema),
      link: z.nullable(linkSchema),
      note: noteSchema,
    }),
  ),
})

export const enactmentAnswerSchema = z.object({ enactment: slugSchema, version: countSchema })

const clauseCheckBodySchema = z.strictObject({ isMet: z.boolean(), note: noteSchema })

export function clauseCheckOf(body: unknown): z.infer<typeof clauseCheckBodySchema> | null {
  const parsed = z.safeParse(clauseCheckBodySchema, body)
  return parsed.success ? parsed.data : null
}

export const clauseCheckSchema = z.strictObject({ seenVersion: countSchema, check: clauseCheckBodySchema })
export const clauseCheckAnswerSchema = z.object({ version: countSchema })
