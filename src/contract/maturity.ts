import * as z from 'zod/mini'

import { maturityAspects, maturityDimensions, type MaturityDimension } from '../domain/maturity-model.ts'
import { maturityChanges } from '../domain/maturity.ts'
import { countSchema, instantSchema, ratioSchema, slugSchema } from './common.ts'

const aspectIds = maturityAspects.map(({ id }) => id)
const aspectSchema = z.enum(aspectIds)
const dimensionSchema = z.enum(maturityDimensions)
const scoreSchema = z.nullable(z.literal([0, 1, 2]))

export const MOST_ANSWER_CHARACTERS = 2_000
const answerText = z.string().check(z.maxLength(MOST_ANSWER_CHARACTERS))

const answerSchema = z.strictObject({
  aspect: aspectSchema,
  /** Null where it was looked at and is not known. */
  score: scoreSchema,
  comment: answerText,
  evidence: answerText,
})
export type MaturityAnswer = Readonly<z.infer<typeof answerSchema>>

/** As it is kept. */
const assessmentBodySchema = z.strictObject({
  /** The slug of a team; null for the organization. */
  team: z.nullable(slugSchema),
  /** The day it was made, or begun. */
  date: z.iso.date(),
  assessor: z.string().check(z.minLength(1), z.maxLength(100)),
  /** Not finished: it is compared with nothing. */
  isDraft: z.boolean(),
  answers: z.array(answerSchema).check(
    z.maxLength(aspectIds.length),
    z.refine((answers) => new Set(answers.map(({ aspect }) => aspect)).size === answers.length, {
      error: 'Each aspect once',
    }),
  ),
})
export type AssessmentBody = Readonly<z.infer<typeof assessmentBodySchema>>

/** What was kept, where it can still be read. */
export function assessmentOf(body: unknown): AssessmentBody | null {
  const parsed = z.safeParse(assessmentBodySchema, body)
  return parsed.success ? parsed.data : null
}

const organizationKey = 'organization'

/** An assessment is named by what it is of and when: organization.2026-11-11, team.payments.2026-09-03. */
export function assessmentKey({ team, date }: Pick<AssessmentBody, 'team' | 'date'>): string {
  return team === null ? `${organizationKey}.${date}` : `team.${team}.${date}`
}

const stamp = { by: z.string(), at: instantSchema }

const pointsSchema = z.object({
  points: countSchema,
  possible: countSchema,
  answered: countSchema,
  unanswered: countSchema,
  share: z.nullable(ratioSchema),
})

const assessmentSchema = z.extend(assessmentBodySchema, {
  id: slugSchema,
  teamName: z.nullable(z.string()),
  /** To be sent back with a change. */
  version: countSchema,
  ...stamp,
  whole: pointsSchema,
})
export type Assessment = z.infer<typeof assessmentSchema>

export const assessmentListSchema = z.object({ items: z.array(assessmentSchema) })
export const assessmentsQuery = z.strictObject({ team: z.optional(slugSchema) })

const MOST_WORDS = 200
const words = z.string().check(z.minLength(1), z.maxLength(MOST_WORDS))
const levelSchema = z.strictObject({ short: words, full: words })
const aspectTextSchema = z.strictObject({
  aspect: aspectSchema,
  name: words,
  regressive: levelSchema,
  beginner: levelSchema,
  advanced: levelSchema,
})
export type AspectTextOnWire = Readonly<z.infer<typeof aspectTextSchema>>

/** Rows as an organization says them; those left out are as the product says them. */
const textsBodySchema = z.strictObject({
  texts: z.array(aspectTextSchema).check(z.maxLength(aspectIds.length)),
})

/** What was kept, where it can still be read. */
export function textsOf(body: unknown): readonly AspectTextOnWire[] {
  const parsed = z.safeParse(textsBodySchema, body)
  return parsed.success ? parsed.data.texts : []
}

const changeSchema = z.nullable(z.enum(maturityChanges))

const comparedAspectSchema = z.extend(aspectTextSchema, {
  dimension: dimensionSchema,
  before: scoreSchema,
  now: scoreSchema,
  change: changeSchema,
  comment: z.string(),
  evidence: z.string(),
  commentBefore: z.string(),
})
export type ComparedAspect = z.infer<typeof comparedAspectSchema>

const comparedDimensionSchema = z.object({
  dimension: dimensionSchema,
  before: z.nullable(pointsSchema),
  now: z.nullable(pointsSchema),
  /** By the aspects answered in both. */
  change: changeSchema,
})
export type ComparedDimension = z.infer<typeof comparedDimensionSchema>

const refSchema = z.object({
  id: slugSchema,
  date: z.iso.date(),
  assessor: z.string(),
  version: countSchema,
  ...stamp,
  whole: pointsSchema,
  shares: z.object({
    organization: z.nullable(ratioSchema),
    people: z.nullable(ratioSchema),
    technology: z.nullable(ratioSchema),
    culture: z.nullable(ratioSchema),
    process: z.nullable(ratioSchema),
  } satisfies Record<MaturityDimension, unknown>),
})
export type AssessmentRef = z.infer<typeof refSchema>

export const maturitySchema = z.object({
  /** Null for the organization. */
  team: z.nullable(slugSchema),
  scopeName: z.string(),
  /** Whatever was assessed, the organization first, with how many assessments are finished. */
  scopes: z.array(z.object({ team: z.nullable(slugSchema), name: z.string(), count: countSchema })),
  /** Finished ones of the scope, oldest first: the trend, and what may be compared. */
  assessments: z.array(refSchema),
  before: z.nullable(slugSchema),
  now: z.nullable(slugSchema),
  answer: z.string(),
  counts: z.object({
    progressing: countSchema,
    stagnating: countSchema,
    regressing: countSchema,
    notCompared: countSchema,
  }),
  dimensions: z.array(comparedDimensionSchema),
  aspects: z.array(comparedAspectSchema),
  lookNext: z.array(z.object({ aspect: aspectSchema, reason: z.enum(['slipped', 'unchanged', 'low']) })),
  /** "half a year": between both; null without one before. */
  span: z.nullable(z.string()),
  /** Six months after the last one; null where there is none. */
  next: z.nullable(z.object({ date: z.iso.date(), isDue: z.boolean() })),
  texts: z.object({ version: countSchema, changed: z.nullable(z.object(stamp)) }),
})
export type Maturity = z.infer<typeof maturitySchema>

export const maturityQuery = z.strictObject({
  team: z.optional(slugSchema),
  before: z.optional(slugSchema),
  now: z.optional(slugSchema),
})

const maturityEvidenceKinds = [
  'services-with-owner',
  'services-with-slo',
  'services-on-call',
  'services-always-covered',
  'breaches-alerted',
  'breaches-reviewed',
  'slos-as-code',
  'services-released',
  'services-under-policy',
  'enactments-acknowledged',
] as const
export type MaturityEvidenceKind = (typeof maturityEvidenceKinds)[number]

const evidenceSchema = z.object({
  kind: z.enum(maturityEvidenceKinds),
  aspects: z.array(aspectSchema),
  count: countSchema,
  of: countSchema,
})
export type MaturityEvidence = z.infer<typeof evidenceSchema>

export const maturityEvidenceQuery = z.strictObject({ team: z.optional(slugSchema) })
export const maturityEvidenceSchema = z.object({
  dataUpTo: instantSchema,
  /** Releases and breaches are those of as many days. */
  days: countSchema,
  items: z.array(evidenceSchema),
})

const seenVersion = countSchema
export const assessmentChangeSchema = z.strictObject({
  /** The version that is changed; 0 where there is none. */
  seenVersion,
  /** Null takes it back. */
  assessment: z.nullable(assessmentBodySchema),
})
export const textsChangeSchema = z.strictObject({ seenVersion, ...textsBodySchema.shape })
export const maturityWrittenSchema = z.object({ version: countSchema, ...stamp })
