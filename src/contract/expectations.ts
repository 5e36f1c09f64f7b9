import * as z from 'zod/mini'

import { expectationMetrics } from '../domain/expectation-metric.ts'
import { changeKinds, expectationStates, levelKinds, stakeholders } from '../domain/expectation.ts'
import { HIGHEST_ANSWER } from '../domain/net-promoter.ts'
import { monthPattern } from '../domain/month.ts'
import { choicesParameter, sortParameter } from './choices.ts'
import { countSchema, instantSchema, pageQuery, ratioSchema, searchSchema, slugSchema } from './common.ts'
import { expectationSources } from './names.ts'

const MOST_WORDS = 300
const MOST_NOTE = 2_000
const MOST_OVER_PERIODS = 13

const words = z.string().check(z.minLength(1), z.maxLength(MOST_WORDS))
const note = z.string().check(z.maxLength(MOST_NOTE))
const monthSchema = z.string().check(z.regex(monthPattern))
const figure = z.number().check(z.gte(-1e9), z.lte(1e9))

const targetSchema = z.union([
  z.strictObject({
    kind: z.enum(changeKinds),
    percent: z.number().check(z.gt(0), z.lte(10_000)),
    /** The mark itself is not enough. */
    isBeyond: z.boolean(),
  }),
  z.strictObject({ kind: z.enum(levelKinds), value: figure, isBeyond: z.boolean() }),
])

/** A figure of the product, or one that people enter month by month. */
const sourceSchema = z.union([
  z.strictObject({
    kind: z.enum(['metric']),
    metric: z.enum(expectationMetrics),
    /** How many closed periods make up a value. */
    overPeriods: z.int().check(z.gte(1), z.lte(MOST_OVER_PERIODS)),
  }),
  z.strictObject({
    kind: z.enum(['typed']),
    /** "tickets", "days", "%". */
    unit: z.string().check(z.maxLength(40)),
    /** What it was in the time before; null where nobody knows. */
    base: z.nullable(figure),
  }),
])

/** What is kept of an expectation. */
const hypothesisSchema = z.strictObject({
  title: words,
  stakeholder: z.enum(stakeholders),
  capability: words,
  outcome: words,
  signal: words,
  wayToTest: note,
  /** A role, as in "SRE coaches". */
  owner: words,
  source: sourceSchema,
  /** The time before; null where a level is expected whatever it was. */
  baseline: z.nullable(z.strictObject({ from: monthSchema, to: monthSchema })),
  target: targetSchema,
  /** Judged when this month is over. */
  checkpoint: monthSchema,
  /** Why it is no longer expected in this form; null while it is. */
  changedBecause: z.nullable(words),
})
export type Hypothesis = z.infer<typeof hypothesisSchema>

const expectationValueBody = z.strictObject({ value: figure, note })

export const perceivers = ['executives', 'users', 'partners'] as const
export type Perceiver = (typeof perceivers)[number]
export const comparisons = ['better', 'alike', 'worse'] as const

const answersSchema = z.array(countSchema).check(z.length(HIGHEST_ANSWER + 1))

/** What a survey or a round of talks came to. Answers are counts; nobody is named. */
const perceptionBody = z.strictObject({
  who: z.enum(perceivers),
  month: monthSchema,
  /** How likely they are to recommend the product: how many gave each answer from 0 to 10. */
  recommend: z.nullable(answersSchema),
  /** How reliable they find it, likewise. */
  reliable: z.nullable(answersSchema),
  /** Whether things are seen better, alike or worse than the data say. */
  thanData: z.nullable(z.enum(comparisons)),
  text: note,
})
export type Perception = z.infer<typeof perceptionBody>

/** What was kept, where it can still be read. */
export function hypothesisOf(body: unknown): Hypothesis | null {
  const parsed = z.safeParse(hypothesisSchema, body)
  return parsed.success ? parsed.data : null
}

export function expectationValueOf(body: unknown): z.infer<typeof expectationValueBody> | null {
  const parsed = z.safeParse(expectationValueBody, body)
  return parsed.success ? parsed.data : null
}

export function perceptionOf(body: unknown): Perception | null {
  const parsed = z.safeParse(perceptionBody, body)
  return parsed.success ? parsed.data : null
}

const stamp = { version: countSchema, by: z.string(), at: instantSchema }

const pointSchema = z.object({
  month: monthSchema,
  /** The period, or the month where it was entered. */
  label: z.string(),
  value: z.number(),
})
export type SignalPointOnWire = z.infer<typeof pointSchema>

const expectationSchema = z.extend(hypothesisSchema, {
  id: slugSchema,
  ...stamp,
  isWithdrawn: z.boolean(),
  unit: z.string(),
  state: z.enum(expectationStates),
  /** Why it cannot be measured, or that no value is known yet. */
  whyNot: z.nullable(z.enum(['base-missing', 'base-zero', 'no-value', 'value-too-old'])),
  /** What the signal was in the time before, and must come to. */
  base: z.nullable(z.number()),
  goal: z.nullable(z.number()),
  /** The value that is judged: the newest one that does not come from after the checkpoint. */
  judged: z.nullable(pointSchema),
  change: z.nullable(ratioSchema),
  reachedSince: z.nullable(z.string()),
  /** Oldest first. */
  points: z.array(pointSchema),
})
export type Expectation = z.infer<typeof expectationSchema>

const stateCount = z.object({ state: z.enum(expectationStates), count: countSchema })

export const expectationPageSchema = z.object({
  items: z.array(expectationSchema),
  totalCount: countSchema,
  nextCursor: z.nullable(z.string()),
  /** Of all that are not withdrawn, whatever is chosen. */
  states: z.array(stateCount),
  answer: z.string(),
})
export type ExpectationPage = z.infer<typeof expectationPageSchema>

const sortColumns = ['state', 'title', 'due', 'owner', 'stakeholder'] as const
export type ExpectationSortColumn = (typeof sortColumns)[number]

export const expectationsQuery = z.strictObject({
  state: choicesParameter(expectationStates),
  stakeholder: choicesParameter(stakeholders),
  source: choicesParameter(expectationSources),
  search: searchSchema,
  sort: sortParameter(sortColumns),
  ...pageQuery,
})

export const expectationDetailSchema = z.object({
  expectation: expectationSchema,
  /** Newest first. */
  versions: z.array(
    z.object({ ...stamp, isWithdrawn: z.boolean(), hypothesis: z.nullable(hypothesisSchema) }),
  ),
  /** What was entered, newest month first, and what stood there before. */
  values: z.array(
    z.object({
      month: monthSchema,
      ...stamp,
      isWithdrawn: z.boolean(),
      value: z.number(),
      note: z.string(),
      before: z.array(z.object({ ...stamp, value: z.number() })),
    }),
  ),
})
export type ExpectationDetail = z.infer<typeof expectationDetailSchema>

const seenVersion = countSchema

export const expectationChange = z.strictObject({
  /** The version that is changed; 0 where there is none. */
  seenVersion,
  /** Null withdraws it. */
  hypothesis: z.nullable(hypothesisSchema),
})

export const expectationValueChange = z.strictObject({
  month: monthSchema,
  seenVersion,
  /** Null takes it back. */
  entered: z.nullable(expectationValueBody),
})

export const perceptionChange = z.strictObject({
  seenVersion,
  /** Null takes it back. */
  perception: z.nullable(perceptionBody),
})

const netPromoterSchema = z.object({
  answers: countSchema,
  promoters: ratioSchema,
  detractors: ratioSchema,
  /** -100 to 100. */
  score: z.number(),
})

export const perceptionListSchema = z.object({
  /** Newest month first. */
  items: z.array(
    z.extend(perceptionBody, {
      id: slugSchema,
      ...stamp,
      recommendScore: z.nullable(netPromoterSchema),
      /** The mean of the answers. */
      reliableMean: z.nullable(z.number()),
      /** What the product measured in the period that ended last in or before that month. */
      measured: z.nullable(
        z.object({
          period: z.string(),
          servicesWithinBudget: z.nullable(ratioSchema),
          notDetectedInternally: z.nullable(z.number()),
          reliabilityTickets: z.nullable(z.number()),
        }),
      ),
    }),
  ),
})
type PerceptionList = z.infer<typeof perceptionListSchema>
export type PerceptionItem = PerceptionList['items'][number]

export const versionAnswer = z.object({ id: slugSchema, version: countSchema })
