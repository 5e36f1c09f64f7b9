import * as z from 'zod/mini'

import { consequenceKinds } from '../domain/policy.ts'
import { consequenceStandings, consequenceStates, enactmentStatuses } from '../domain/policy-enactment.ts'
import { windowNames } from '../domain/time-window.ts'
import { subject } from './budget.ts'
import { periodSchema } from './catalog.ts'
import { choicesParameter, sortParameter } from './choices.ts'
import { countSchema, instantSchema, pageQuery, ratioSchema, slugListSchema, slugSchema } from './common.ts'
import { conditionSchema, consequenceSchema, policyNoteSchema } from './policies.ts'
import { linkSchema } from './record-fields.ts'

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

export const enactmentSchema = z.object({
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
  /**
   * Reliability tickets of the services in the 28 days before their enactments and after, each once; `ticketsOf` are the
   * enactments that are looked at: those whose 28 days are over, and that follow no other of the service within 28 days.
   */
  ticketsBefore: countSchema,
  ticketsAfter: countSchema,
  ticketsOf: countSchema,
  /** Days on which something was released to production while its policy had stopped that; null where no stop was in force. */
  releaseDays: z.nullable(countSchema),
  /** The days they add to the stop; null where no stop was in force, or no thaw tax is agreed. */
  thawDays: z.nullable(z.number()),
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

/** What is kept of what people did about an enactment. */
const enactmentBodySchema = z.object({
  acknowledged: z.nullable(z.object({ by: z.string(), at: instantSchema, note: policyNoteSchema })),
  /** By their kinds, in the order of the clause: one whose kind the clause has lost is passed over. */
  consequences: z.array(
    z.object({
      kind: z.enum(consequenceKinds),
      state: z.enum(consequenceStates),
      at: instantSchema,
      /** Null where nobody has touched it. */
      by: z.nullable(z.string()),
      link: z.nullable(linkSchema),
      note: policyNoteSchema,
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
  acknowledged: z.nullable(z.strictObject({ note: policyNoteSchema })),
  /** All of the clause's, in its order. */
  consequences: z.array(
    z.strictObject({
      state: z.enum(consequenceStates),
      /** When it came into that state, where it was not just now. */
      at: z.nullable(instantSchema),
      link: z.nullable(linkSchema),
      note: policyNoteSchema,
    }),
  ),
})

export const enactmentAnswerSchema = z.object({ enactment: slugSchema, version: countSchema })
