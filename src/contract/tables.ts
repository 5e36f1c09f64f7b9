import * as z from 'zod/mini'

import { windowNames } from '../domain/time-window.ts'
import { periodSchema } from './catalog.ts'
import { countSchema, instantSchema, ratioSchema } from './common.ts'
import { facetsSchema } from './facets.ts'
import { spanScales, tableScales } from './names.ts'

/** Either `window`, or both `from` and `to`; whole periods or months that share an hour with it. */
export const windowed = {
  window: z.optional(z.enum(windowNames)),
  from: z.optional(instantSchema),
  to: z.optional(instantSchema),
  scale: z.optional(z.enum(tableScales)),
  /** The table as it stood at this full hour, for links that show the same rows later; the present where it is left out. */
  at: z.optional(instantSchema),
}

/** Of what rests on verdicts, which only the periods have that budgets are granted for. */
export const byPeriods = { ...windowed, scale: z.optional(z.enum(['period'])) }

/** Of tables that can be cut by nothing as well: `window` makes one span of its hours, and is the scale of those shorter than a period. */
export const spanned = { ...windowed, scale: z.optional(z.enum(spanScales)) }

/** The columns of periods sort by what was left of the budget. */
export const periodColumn = /\d{4}(?:-[A-Z]?\d+)*/

/** What every table over periods says of itself. */
export function tableOf<Row extends z.core.$ZodType>(row: Row) {
  return z.object({
    scale: z.enum(spanScales),
    /** Oldest first; the open one, if any, last. */
    periods: z.array(periodSchema),
    items: z.array(row),
    totalCount: countSchema,
    nextCursor: z.nullable(z.string()),
    dataUpTo: instantSchema,
    /** The indicator's main question, answered for all rows of the selection. */
    answer: z.string(),
    facets: facetsSchema,
  })
}

/** What the verdicts of a row come to. */
export const verdictTotals = {
  fulfilledCount: countSchema,
  brokenCount: countSchema,
  /** Of the closed periods with a verdict; null where none has. */
  fulfilmentRate: z.nullable(ratioSchema),
  /** How many closed periods up to the latest ended alike. */
  streak: z.nullable(z.object({ verdict: z.enum(['fulfilled', 'broken']), periods: countSchema })),
}
