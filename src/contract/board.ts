import * as z from 'zod/mini'

import { phaseEvidences, type Phase } from '../domain/board-phases.ts'
import type { Prerequisite, ReadinessItem } from '../domain/slo-readiness.ts'
import { countSchema, instantSchema, ratioSchema, slugSchema } from './common.ts'

const line = z.string().check(z.minLength(1), z.maxLength(120))
const text = z.string().check(z.maxLength(2_000))
const id = slugSchema.check(z.maxLength(60))
const seenVersion = countSchema
/** A calendar day, as in 2026-11-20. */
const daySchema = z.iso.date()

const phaseSchema = z.strictObject({
  id,
  name: line,
  hint: z.string().check(z.maxLength(120)),
  measures: z.array(z.strictObject({ id, text: line })).check(z.maxLength(20)),
  practice: z.nullable(line),
  evidence: z.nullable(z.enum(phaseEvidences)),
})

/** The columns as an organization made them. Retired ones are kept, so that the moves through them keep their names. */
export const phasesBodySchema = z.strictObject({
  phases: z.array(phaseSchema).check(z.minLength(2), z.maxLength(40)),
  retired: z.array(phaseSchema).check(z.maxLength(100)),
  stuckAfterWeeks: z.int().check(z.gte(1), z.lte(104)),
})
export type PhasesBody = Readonly<{
  phases: readonly Phase[]
  retired: readonly Phase[]
  stuckAfterWeeks: number
}>

/** 1 operations, 2 close to operations, 3 far and unhappy with it, 4 far and happy. */
const groupSchema = z.nullable(z.int().check(z.gte(1), z.lte(4)))

const checkSchema = z.strictObject({ evidence: z.string().check(z.maxLength(500)), since: daySchema })
const readinessSchema = z.strictObject({
  observability: z.nullable(checkSchema),
  nominal: z.nullable(checkSchema),
  ownership: z.nullable(checkSchema),
  'protected-time': z.nullable(checkSchema),
} satisfies Record<ReadinessItem, unknown>)

/** What people say of a card; where it stands is the business of moves. */
const saidSchema = {
  nextStep: z.string().check(z.maxLength(200)),
  coachVisit: z.nullable(daySchema),
  note: text,
  group: groupSchema,
  readiness: readinessSchema,
}

const stamp = { at: instantSchema, by: z.string() }
const moveSchema = z.object({ to: id, ...stamp })
const reachedSchema = z.object({ measure: id, ...stamp })

/** As it is kept. */
export const cardBodySchema = z.object({
  moves: z.array(moveSchema),
  reached: z.array(reachedSchema),
  ...saidSchema,
})
export type CardBody = z.infer<typeof cardBodySchema>

const heldSchema = z.strictObject({ isHeld: z.boolean(), evidence: z.string().check(z.maxLength(500)) })
export const prerequisitesBodySchema = z.strictObject({
  held: z.strictObject({
    'availability-and-latency': heldSchema,
    'slo-definitions': heldSchema,
    'breach-alerts': heldSchema,
    'proven-by-teams': heldSchema,
    ownership: heldSchema,
    interest: heldSchema,
  } satisfies Record<Prerequisite, unknown>),
})
export type PrerequisitesBody = z.infer<typeof prerequisitesBodySchema>

const versionSchema = z.object({
  /** To be sent back with a change; 0 where nobody has entered anything yet. */
  version: countSchema,
  changed: z.nullable(z.object(stamp)),
})

const cardSchema = z.object({
  team: slugSchema,
  teamName: z.string(),
  /** Null for a team that has not begun. */
  phase: z.nullable(id),
  since: z.nullable(instantSchema),
  weeksInPhase: z.nullable(countSchema),
  /** Where the team was half a year ago; null where it had not begun. */
  phaseThen: z.nullable(id),
  /** Weeks without a step, where those are as many as it takes to ask why. */
  weeksStuck: z.nullable(countSchema),
  moves: z.array(moveSchema),
  reached: z.array(reachedSchema),
  ...saidSchema,
  /** What data tell of it. Said, never acted upon. */
  evidence: z.array(
    z.object({ kind: z.enum(phaseEvidences), count: countSchema, of: z.nullable(countSchema) }),
  ),
  ...versionSchema.shape,
})
export type BoardCard = z.infer<typeof cardSchema>

export const boardSchema = z.object({
  now: instantSchema,
  columns: z.array(
    z.object({
      ...phaseSchema.shape,
      number: countSchema,
      /** Slugs of the teams in it, those longest there first. */
      teams: z.array(slugSchema),
      countThen: countSchema,
      isConcentrated: z.boolean(),
    }),
  ),
  retired: z.array(phaseSchema),
  meanTeams: ratioSchema,
  stuckAfterWeeks: countSchema,
  phases: versionSchema,
  /** Every team of the organization, by name. */
  cards: z.array(cardSchema),
  practices: z.array(
    z.object({ phase: id, name: z.string(), teams: z.array(slugSchema), share: z.nullable(ratioSchema) }),
  ),
  prerequisites: z.object({ ...prerequisitesBodySchema.shape, ...versionSchema.shape }),
})
export type Board = z.infer<typeof boardSchema>

export const moveBodySchema = z.strictObject({
  seenVersion,
  /** Null takes the last move back, as if it had not been made; every version is kept. */
  to: z.nullable(id),
})
export const cardChangeSchema = z.strictObject({
  seenVersion,
  /** The ids of all exit measures that are reached. */
  reached: z.array(id).check(z.maxLength(400)),
  ...saidSchema,
})
export const phasesChangeSchema = z.strictObject({ seenVersion, ...phasesBodySchema.shape })
export const prerequisitesChangeSchema = z.strictObject({ seenVersion, ...prerequisitesBodySchema.shape })

export const enteredAnswerSchema = z.object({ version: countSchema })
