import type { Query } from '../sources/slo-as-code/slo-catalog.ts'
import { increaseInside } from './linear-counter.ts'

/** `window`: the value is about the span that ends with it. `moment`: about that moment only. */
export type Coverage = 'window' | 'moment'

/** A query as it is sent, and by what its value is multiplied to give events. */
export type AskedQuery = Readonly<{ promql: string; scale: number; source: string | null }>

const WINDOW = '{{.window}}'
const SECONDS_PER_MINUTE = 60

/** How far apart moments are looked at: what a gauge does in between stays unseen. */
export const MOMENT_SECONDS = SECONDS_PER_MINUTE

export function coverageOf(query: Query): Coverage {
  if (query.promql.includes(WINDOW) || isRangedByHand(query.promql)) return 'window'
  if (query.reading === 'running-count') return isRecordedRate(query.promql) ? 'moment' : 'window'
  return 'moment'
}

/** For windows of whole minutes. */
export function queryForWindow({ promql, reading, source }: Query, windowSeconds: number): AskedQuery {
  const range = rangeOf(windowSeconds)
  if (promql.includes(WINDOW)) {
    const scale = reading === 'per-second' ? windowSeconds : 1
    return { promql: promql.replaceAll(WINDOW, range), scale, source }
  }
  if (isRangedByHand(promql)) {
    const scale = /\bi?rate\s*\(/.test(promql) ? windowSeconds : 1
    return { promql: promql.replaceAll(handWrittenRange, `[${range}]`), scale, source }
  }
  // Where the counters cannot be reached one by one, the expression is taken for one counter and looked at every minute.
  const counted = increaseInside(promql, range) ?? `increase((${promql})[${range}:1m])`
  return { promql: counted, scale: 1, source }
}

export function queryForMoments({ promql, source }: Query, windowSeconds: number): AskedQuery {
  return {
    promql: promql.replaceAll(WINDOW, rangeOf(windowSeconds)),
    // A recorded rate holds until it is looked at again; any other value is an amount of its own.
    scale: isRecordedRate(promql) ? MOMENT_SECONDS : 1,
    source,
  }
}

const rangeOf = (seconds: number) =>
  seconds % 3600 === 0 ? `${seconds / 3600}h` : `${seconds / SECONDS_PER_MINUTE}m`

const handWrittenRange = /\[\s*\w+\s*\]/g

/**
 * rate() or increase() over a span the author chose, such as [5m]. Asked once an hour it would leave most of the hour out,
 * so the hour takes the place of the span.
 */
function isRangedByHand(promql: string): boolean {
  if (promql.includes('offset') || promql.includes('@')) return false
  const ranges = promql.match(/\[[^\]]*\]/g) ?? []
  const functions = promql.match(/\b(?:i?rate|increase)\s*\(/g) ?? []
  const isOneKind = new Set(functions.map((name) => name.includes('rate'))).size === 1
  return isOneKind && ranges.length === functions.length && ranges.every((range) => !range.includes(':'))
}

/** Prometheus' convention for the names of recorded rates: job:requests:rate5m. */
function isRecordedRate(promql: string): boolean {
  return /:i?rate\d*[smhd]?\b/.test(promql)
}
