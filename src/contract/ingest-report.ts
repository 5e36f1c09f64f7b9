import * as z from 'zod/mini'

import { countSchema } from './common.ts'

const refusedLineSchema = z.object({
  /** The first is 1. */
  line: z.int().check(z.positive()),
  /** Null where the line as a whole is wrong. */
  field: z.nullable(z.string()),
  /** Shortened; null where there is none. */
  value: z.nullable(z.string()),
  detail: z.string(),
  hint: z.string(),
})
export type RefusedLine = z.infer<typeof refusedLineSchema>

/** What became of the lines of one request. All that is counted as accepted is kept for good. */
export const ingestReportSchema = z.object({
  lines: countSchema,
  accepted: countSchema,
  /** Of the accepted: told the store nothing new, or were overtaken by a later line; null where it is not counted. */
  unchanged: z.nullable(countSchema),
  refused: countSchema,
  /** The first of them, at most 100. */
  refusals: z.array(refusedLineSchema),
  moreRefusals: countSchema,
})
export type IngestReport = z.infer<typeof ingestReportSchema>
