import * as z from 'zod/mini'

import { breachCauses, breachImpacts, breachProposals } from '../domain/breach-review.ts'
import { windowNames } from '../domain/time-window.ts'
import { subject } from './budget.ts'
import { choicesParameter, sortParameter } from './choices.ts'
import {
  budgetStateSchema,
  countSchema,
  instantSchema,
  pageQuery,
  ratioSchema,
  searchSchema,
  slugListSchema,
  slugSchema,
} from './common.ts'
import { periodSchema } from './catalog.ts'
import { facetsSchema } from './facets.ts'
import { breachCauseNames, breachGroupings, breachReviewStates, breachRules } from './names.ts'

const breachSortColumns = [
  'began',
  'service',
  'team',
  'slo',
  'sli',
  'deployment',
  'lasted',
  'how-far',
  'taken',
  'alert',
  'cause',
] as const
export type BreachSortColumn = (typeof breachSortColumns)[number]

/** What people found when they looked at a breach, and what follows from it. */
const breachReviewSchema = z.object({
  impact: z.enum(breachImpacts),
  cause: z.enum(breachCauses),
  note: z.string(),
  proposal: z.enum(breachProposals),
  by: z.string(),
  at: instantSchema,
  /** To be sent back with a change of it. */
  version: countSchema,
  /** The breach it was entered for, and when that began: hours that came late may have moved its beginning since. */
  breach: z.string(),
  breachStart: instantSchema,
})
export type BreachReviewOnWire = z.infer<typeof breachReviewSchema>

/** What an alerting tool told about the same burn. */
const breachReportSchema = z.object({
  id: z.string(),
  source: z.string(),
  rule: z.string(),
  startedAt: instantSchema,
  endedAt: z.nullable(instantSchema),
  burnRate: z.nullable(z.number()),
  summary: z.nullable(z.string()),
  url: z.nullable(z.string()),
})

/** One SLO in one deployment, from when a rule held until none did. */
const sloBreachSchema = z.object({
  /** The series and the hour it began in, for good. */
  id: slugSchema,
  ...subject,
  start: instantSchema,
  /** Null while it goes on. */
  end: z.nullable(instantSchema),
  /** So far, where it goes on. */
  hours: z.number(),
  severity: z.enum(['page', 'ticket']),
  /** The rules that held, most severe first; empty where only an alerting tool reported it. */
  rules: z.array(z.string()),
  /** How far broken: 5 over 1 h is 500 %, 1 h. Null where a report says nothing of it. */
  peakRate: z.nullable(z.number()),
  peakLongHours: z.nullable(z.number()),
  /** Bad events in its hours. */
  bad: countSchema,
  /** The share of the period's grant those took; null without a grant. */
  depletion: z.nullable(ratioSchema),
  /** The grant is still an estimate. */
  isEstimate: z.boolean(),
  /** When it first told somebody; null where it lay in the snooze of an earlier alert as a whole. */
  alertedAt: z.nullable(instantSchema),
  alertCount: countSchema,
  /** Until when the last alert keeps the SLO silent, also where that has passed; null without a snooze. */
  silentUntil: z.nullable(instantSchema),
  reports: z.array(breachReportSchema),
  incidents: z.array(
    z.object({
      id: z.string(),
      title: z.nullable(z.string()),
      priority: z.nullable(z.int()),
      url: z.nullable(z.string()),
    }),
  ),
  /** The last release of the service to the deployment in the 24 hours before it began, or during its first hour. */
  releaseBefore: z.nullable(z.object({ version: z.string(), at: instantSchema })),
  review: z.nullable(breachReviewSchema),
})
export type SloBreachOnWire = z.infer<typeof sloBreachSchema>

const choiceSchema = z.array(z.object({ slug: z.string(), count: countSchema }))

const breachCountsSchema = z.object({
  breaches: countSchema,
  open: countSchema,
  /** One breach may alert again after a snooze, or not at all. */
  alerts: countSchema,
  snoozed: countSchema,
  /** Of the on-call tool, each once. */
  incidents: countSchema,
  reviewed: countSchema,
  /** Different SLOs in their deployments. */
  series: countSchema,
  /** The sum of what each took of its own budget: 1.5 is one and a half budgets. No mean of anything. */
  taken: z.number(),
})
export type BreachCounts = z.infer<typeof breachCountsSchema>

export const sloBreachListSchema = z.object({
  items: z.array(sloBreachSchema),
  totalCount: countSchema,
  nextCursor: z.nullable(z.string()),
  window: z.object({ from: instantSchema, to: instantSchema }),
  dataUpTo: instantSchema,
  answer: z.string(),
  counts: breachCountsSchema,
  /** By what is asked to be grouped by, most taken first and what nobody reviewed last; empty where nothing is. The rows follow in this order. */
  groups: z.array(z.extend(breachCountsSchema, { key: z.string(), name: z.string() })),
  facets: facetsSchema,
  choices: z.object({
    rule: choiceSchema,
    cause: choiceSchema,
    alert: choiceSchema,
    review: choiceSchema,
    impact: choiceSchema,
  }),
})
export type SloBreachList = z.infer<typeof sloBreachListSchema>

export const sloBreachesQuery = z.strictObject({
  team: z.optional(slugListSchema),
  service: z.optional(slugListSchema),
  sli: z.optional(slugListSchema),
  slo: z.optional(slugListSchema),
  deployment: z.optional(slugListSchema),
  search: searchSchema,
  window: z.optional(z.enum(windowNames)),
  from: z.optional(instantSchema),
  to: z.optional(instantSchema),
  rule: choicesParameter(breachRules),
  cause: choicesParameter(breachCauseNames),
  alert: z.optional(z.enum(['alerted', 'snoozed'])),
  review: z.optional(z.enum(breachReviewStates)),
  /** What people found that users felt. What nobody reviewed has none. */
  impact: choicesParameter(breachImpacts),
  open: z.optional(z.enum(['only'])),
  group: z.optional(z.enum(breachGroupings)),
  sort: sortParameter(breachSortColumns),
  ...pageQuery,
})

const MOST_NOTE_CHARACTERS = 2_000

/** What is kept of a review. */
const breachReviewBodySchema = z.strictObject({
  impact: z.enum(breachImpacts),
  cause: z.enum(breachCauses),
  note: z.string().check(z.maxLength(MOST_NOTE_CHARACTERS)),
})

/** What was kept, where it can still be read. */
export function breachReviewOf(body: unknown): z.infer<typeof breachReviewBodySchema> | null {
  const parsed = z.safeParse(breachReviewBodySchema, body)
  return parsed.success ? parsed.data : null
}

export const breachReviewChangeSchema = z.strictObject({
  /** The version that is changed; 0 where there is none. */
  seenVersion: countSchema,
  /** Null takes it back. */
  review: z.nullable(breachReviewBodySchema),
})

const reviewedSchema = z.object({
  /** What a review of this breach is entered for, and the version to change. */
  breach: slugSchema,
  version: countSchema,
})
export const breachReviewAnswerSchema = reviewedSchema

/** A rule that was in force, and whether it held. */
const judgingRuleSchema = z.object({
  id: z.string(),
  severity: z.enum(['page', 'ticket']),
  longHours: z.number(),
  shortMinutes: z.number(),
  rate: z.number(),
  held: z.boolean(),
})

const leaningSchema = z.object({ proposal: z.enum(breachProposals), count: countSchema, of: countSchema })

/** How a service stood in the same deployment when the breach had lasted an hour. */
const neighbourSchema = z.object({
  service: slugSchema,
  team: slugSchema,
  relation: z.enum(['calls', 'called-by']),
  /** The worst of its budgets then; null where it has none in the deployment. */
  state: z.nullable(budgetStateSchema),
  /** Its own breaches that overlapped. */
  breaches: z.array(
    z.object({ id: slugSchema, sloId: slugSchema, start: instantSchema, isOpen: z.boolean() }),
  ),
})

export const sloBreachDetailSchema = z.object({
  breach: sloBreachSchema,
  period: periodSchema,
  /** What was left of the period's budget when it began and when it ended, or is now. Null without a budget. */
  remainingBefore: z.nullable(ratioSchema),
  remainingAfter: z.nullable(ratioSchema),
  /** Since when the budget had burned, which may be long before a rule held; null outside every episode of the period. */
  burningSince: z.nullable(instantSchema),
  /** What stood in the file then. */
  targetThen: z.number(),
  rules: z.array(judgingRuleSchema),
  /** 0 where nothing is snoozed after an alert. */
  snoozeHours: countSchema,
  /** True where the rules are the team's own. */
  isOwnRule: z.boolean(),
  neighbours: z.array(neighbourSchema),
  /** Where the SLO's runbook stands; null where none is agreed. */
  runbookUrl: z.nullable(z.string()),
  links: z.array(z.object({ name: z.string(), url: z.string() })),
  /** The same SLO in the same deployment in the year before, newest first; of many the newest. */
  previous: z.array(sloBreachSchema),
  previousCount: countSchema,
  /** What is entered next goes to this one. */
  reviewed: reviewedSchema,
  /** Of this SLO in every deployment, newest breach first. */
  reviews: z.array(z.extend(breachReviewSchema, { deployment: slugSchema })),
  leaning: z.nullable(leaningSchema),
})
export type SloBreachDetail = z.infer<typeof sloBreachDetailSchema>
