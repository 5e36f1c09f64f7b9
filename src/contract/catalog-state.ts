import * as z from 'zod/mini'

import {
  countSchema,
  instantSchema,
  slugSchema,
  targetSchema,
  ratioSchema,
  budgetStateSchema,
} from './common.ts'
import { periodSchema } from './catalog.ts'

const mistakeSchema = z.object({
  severity: z.enum(['error', 'warning']),
  file: z.string(),
  line: countSchema,
  column: countSchema,
  /** What it is about and what would be right, as one sentence. */
  message: z.string(),
  hint: z.nullable(z.string()),
})

/** `id` is that of an SLO, or the slug of what else the kind names. */
const changeSchema = z.object({
  change: z.enum(['new', 'changed', 'gone']),
  id: z.string(),
  fields: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
})

const changesOfKindSchema = z.object({
  /** "SLOs", "Teams", "Rotations", ... */
  kind: z.string(),
  newCount: countSchema,
  changedCount: countSchema,
  goneCount: countSchema,
  /** The first of them. */
  changes: z.array(changeSchema),
})
export type ChangesOfKind = z.infer<typeof changesOfKindSchema>

/** What a server found in the files it follows when it last looked. */
const followedFilesSchema = z.object({
  path: z.string(),
  checkedAt: instantSchema,
  fileCount: countSchema,
  errorCount: countSchema,
  warningCount: countSchema,
  /** The first of them, by file. */
  mistakes: z.array(mistakeSchema),
  /** What the files say and is not in effect: with errors only what cannot be lost by them is applied. */
  pending: z.array(changesOfKindSchema),
  /** Why the last try to apply failed; null where it did not. */
  failure: z.nullable(z.string()),
})
export type FollowedFiles = z.infer<typeof followedFilesSchema>

export const catalogStateSchema = z.object({
  /** Null where no server follows files. */
  files: z.nullable(followedFilesSchema),
  /** Null before the first one. */
  lastChange: z.nullable(
    z.object({
      at: instantSchema,
      author: z.string(),
      reason: z.string(),
      source: z.string(),
      changes: z.array(changesOfKindSchema),
    }),
  ),
})
export type CatalogState = z.infer<typeof catalogStateSchema>

const budgetEffectSchema = z.object({
  /** Bad events the period may hold, an estimate while it is open. */
  grant: z.number(),
  bad: z.number(),
  /** Null without a budget. */
  remaining: z.nullable(ratioSchema),
  state: budgetStateSchema,
})

/** What would come of another target, and how to agree on it: nothing is changed by asking. */
export const targetChangeSchema = z.object({
  slo: slugSchema,
  from: targetSchema,
  to: targetSchema,
  /** The running hour: hours before it stay judged by the target they had. */
  effectiveFrom: instantSchema,
  period: periodSchema,
  /** How long a full outage of the whole period's length may be, in hours. */
  outageHours: z.object({ before: z.number(), after: z.number() }),
  series: z.array(
    z.object({ deployment: slugSchema, before: budgetEffectSchema, after: budgetEffectSchema }),
  ),
  /** diff: against the file the SLO stands in. document: there is no such file, so the SLO as OpenSLO. */
  patch: z.object({ kind: z.enum(['diff', 'document']), fileName: z.string(), text: z.string() }),
})
export type TargetChange = z.infer<typeof targetChangeSchema>

/** A share of good events in plain digits, to the billionth. */
const targetPattern = /^(?:0\.\d{1,9}|1)$/

export const targetChangeQuery = z.strictObject({
  target: z.string().check(z.regex(targetPattern)),
  reason: z.optional(z.string().check(z.maxLength(500), z.regex(/^[^\p{Cc}\p{Cs}]*$/u))),
})
