import * as z from 'zod/mini'

import { SourceError } from './source-error.ts'

/** One series of a range query: its labels and what it was at each step that has a value. */
export type RangeSeries = Readonly<{
  labels: Readonly<Record<string, string>>
  /** Seconds since 1970, ascending. */
  seconds: readonly number[]
  /** May hold NaN and both infinities, as the engine sent them; a step without a value has no entry at all. */
  values: readonly number[]
}>

const sampleSchema = z.tuple([
  z.number(),
  z.string().check(z.regex(/^(?:NaN|[+-]?Inf|[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?)$/i)),
])

const answerSchema = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('success'),
    // What VictoriaMetrics' cluster says when some of its storage did not answer.
    isPartial: z.optional(z.boolean()),
    warnings: z.optional(z.array(z.string())),
    data: z.object({
      resultType: z.literal('matrix'),
      result: z.array(
        z.object({
          metric: z.record(z.string(), z.string()),
          values: z.optional(z.array(sampleSchema)),
          histograms: z.optional(z.array(z.unknown())),
        }),
      ),
    }),
  }),
  z.object({ status: z.literal('error'), errorType: z.string(), error: z.string() }),
])

/** Notes on the query itself, such as a name that does not end as a counter's should; the figures are whole. */
const isNote = (warning: string) => /^PromQL (?:info|warning):/.test(warning)

/** The answer to a range query, whole or not at all: figures with a part missing look better than they are. */
export function parseRangeAnswer(text: string): readonly RangeSeries[] {
  const parsed = z.safeParse(answerSchema, jsonOf(text))
  if (!parsed.success) throw unreadable(`at ${placeOf(parsed.error)}`)
  const answer = parsed.data
  if (answer.status === 'error') throw new SourceError('query', `${answer.errorType}: ${answer.error}`)
  const partial = answer.warnings?.find((warning) => !isNote(warning))
  if (partial !== undefined) throw new SourceError('unreadable', `The answer may lack a part: ${partial}`)
  if (answer.isPartial === true)
    throw new SourceError('unreadable', 'The answer lacks a part: some storage of the engine is away')
  return answer.data.result.map(({ metric, values, histograms }) => {
    if (histograms !== undefined)
      throw new SourceError(
        'query',
        'The query gives histograms, not numbers; take histogram_count() or histogram_fraction() of them',
      )
    const samples = values ?? []
    return {
      labels: metric,
      seconds: samples.map(([seconds]) => seconds),
      values: samples.map(([, value]) => numberFrom(value)),
    }
  })
}

/** The reason in an answer that refuses, or null where the body is something else. */
export function errorInAnswer(text: string): string | null {
  try {
    const parsed = z.safeParse(answerSchema, JSON.parse(text))
    return parsed.success && parsed.data.status === 'error' ? parsed.data.error : null
  } catch {
    return null
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw unreadable('which is no JSON', cause)
  }
}

function unreadable(what: string, cause?: unknown): SourceError {
  return new SourceError('unreadable', `The answer is not that of a Prometheus range query, ${what}`, {
    cause,
  })
}

function placeOf({ issues: [issue] }: z.core.$ZodError): string {
  return issue === undefined || issue.path.length === 0 ? 'its top' : issue.path.join('.')
}

/** JavaScript's Number does not know Inf. */
function numberFrom(text: string): number {
  const infinity = /^([+-]?)inf$/i.exec(text)
  if (infinity) return infinity[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  return Number(text)
}
