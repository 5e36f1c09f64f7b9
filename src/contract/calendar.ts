import * as z from 'zod/mini'

import {
  cadenceUnits,
  reviewKinds,
  reviewStates,
  reviewTiers,
  type DueReason,
} from '../domain/review-calendar.ts'
import { choicesParameter, sortParameter } from './choices.ts'
import { countSchema, instantSchema, pageQuery, searchSchema, slugListSchema, slugSchema } from './common.ts'

const MOST_WORDS = 300
const MOST_NOTE = 4_000
const MOST_EVERY = 60

const daySchema = z.iso.date()

const cadenceSchema = z.strictObject({
  every: z.int().check(z.gte(1), z.lte(MOST_EVERY)),
  unit: z.enum(cadenceUnits),
})

/** What came of a review. Roles or names as people put them; nobody is counted by them. */
const outcomeSchema = z.strictObject({
  by: z.string().check(z.trim(), z.minLength(1), z.maxLength(MOST_WORDS)),
  decision: z.string().check(z.trim(), z.minLength(1), z.maxLength(MOST_NOTE)),
  /** Null where the next one comes by its cadence. */
  nextOn: z.nullable(daySchema),
})
export type ReviewOutcome = z.infer<typeof outcomeSchema>

/** What was kept, where it can still be read. */
export function outcomeOf(body: unknown): ReviewOutcome | null {
  const parsed = z.safeParse(outcomeSchema, body)
  return parsed.success ? parsed.data : null
}

const cadencesSchema = z.strictObject({
  /** Before this day nobody was asked to hold reviews; null for as long as there have been SLOs. */
  since: z.nullable(daySchema),
  /** Of those that differ from the product's own; null for one that is held only when it is agreed. */
  cadences: z.array(z.strictObject({ kind: z.enum(reviewKinds), cadence: z.nullable(cadenceSchema) })).check(
    z.maxLength(reviewKinds.length),
    z.refine((list) => new Set(list.map(({ kind }) => kind)).size === list.length, {
      error: 'each kind once',
    }),
  ),
})
export type Cadences = z.infer<typeof cadencesSchema>

export function cadencesOf(body: unknown): Cadences | null {
  const parsed = z.safeParse(cadencesSchema, body)
  return parsed.success ? parsed.data : null
}

const dueReasons = [
  'first',
  'cadence',
  'agreed',
  'policy',
  'incident',
] as const satisfies readonly DueReason[]

const reviewSchema = z.object({
  /** Its kind, and whose it is: slo-check.payments, maturity. */
  id: slugSchema,
  kind: z.enum(reviewKinds),
  name: z.string(),
  tier: z.enum(reviewTiers),
  /** Null for those of the whole organization. */
  team: z.nullable(slugSchema),
  teamName: z.nullable(z.string()),
  cadence: z.nullable(cadenceSchema),
  due: daySchema,
  because: z.enum(dueReasons),
  /** What happened, where a major incident made it due. */
  incident: z.nullable(z.object({ id: z.string(), title: z.nullable(z.string()), endedOn: daySchema })),
  state: z.enum(reviewStates),
  /** Days that are left; negative where it is overdue. */
  daysLeft: z.int(),
  last: z.nullable(z.object({ heldOn: daySchema, by: z.string(), decision: z.string() })),
  /** The days after that, within twelve months, as long as each is held on its day; none without a cadence. */
  following: z.array(daySchema),
})
export type Review = z.infer<typeof reviewSchema>

export const reviewPageSchema = z.object({
  items: z.array(reviewSchema),
  totalCount: countSchema,
  nextCursor: z.nullable(z.string()),
  today: daySchema,
  /** Of all that are due some day, by what else is chosen. */
  states: z.array(z.object({ state: z.enum(reviewStates), count: countSchema })),
  answer: z.string(),
})
export type ReviewPage = z.infer<typeof reviewPageSchema>

const sortColumns = ['due', 'name', 'team', 'held'] as const
export type ReviewSortColumn = (typeof sortColumns)[number]

const choice = {
  /** `organization` stands for what is no team's. */
  team: z.optional(slugListSchema),
  kind: choicesParameter(reviewKinds),
  tier: choicesParameter(reviewTiers),
}

export const reviewsQuery = z.strictObject({
  ...choice,
  state: choicesParameter(reviewStates),
  search: searchSchema,
  sort: sortParameter(sortColumns),
  ...pageQuery,
})

/** The feed is a document of its own, not JSON. */
export const CALENDAR_FEED_PATH = '/api/calendar.ics'
export const calendarFeedQuery = z.strictObject(choice)

export const reviewDetailSchema = z.object({
  review: reviewSchema,
  /** What was said of each time it was held, newest first. */
  outcomes: z.array(
    z.object({
      heldOn: daySchema,
      outcome: outcomeSchema,
      version: countSchema,
      enteredBy: z.string(),
      enteredAt: instantSchema,
      isWithdrawn: z.boolean(),
    }),
  ),
  /** The closed periods that are looked back on, and the hour from which figures are looked at. */
  pack: z.object({ from: instantSchema, to: instantSchema, at: instantSchema }),
  /** Of maturity: the assessment before the last, to compare it with. */
  assessments: z.object({ now: z.nullable(slugSchema), before: z.nullable(slugSchema) }),
})
export type ReviewDetail = z.infer<typeof reviewDetailSchema>

/** Null takes back what was said. */
export const outcomeChange = z.strictObject({ seenVersion: countSchema, outcome: z.nullable(outcomeSchema) })

export const cadenceListSchema = z.object({
  items: z.array(
    z.object({
      kind: z.enum(reviewKinds),
      name: z.string(),
      tier: z.enum(reviewTiers),
      cadence: z.nullable(cadenceSchema),
      /** The product's own. */
      usual: z.nullable(cadenceSchema),
    }),
  ),
  since: z.nullable(daySchema),
  version: countSchema,
  by: z.nullable(z.string()),
  at: z.nullable(instantSchema),
})
export type CadenceList = z.infer<typeof cadenceListSchema>

export const cadencesChange = z.strictObject({ seenVersion: countSchema, ...cadencesSchema.shape })

export const calendarAnswer = z.object({ version: countSchema })
