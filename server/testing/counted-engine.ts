import type { FindSource } from '../collector/collect-round.ts'
import type { RangeQuery } from '../sources/prometheus/prometheus-client.ts'
import { SourceError } from '../sources/prometheus/source-error.ts'

/** What the engine has for a query at the end of an hour; null for nothing, an error for a refusal. */
type ValueAt = (promql: string, hour: number) => number | null | SourceError

type CountedEngine = Readonly<{
  findSource: FindSource
  asked: RangeQuery[]
  /** From now on. */
  answerWith(value: ValueAt): void
}>

/** An engine in memory that remembers what it was asked. */
export function countedEngine(first: ValueAt): CountedEngine {
  let valueAt = first
  const asked: RangeQuery[] = []
  const source = {
    name: 'main',
    concurrency: 2,
    client: {
      async queryRange(query: RangeQuery, signal: AbortSignal) {
        signal.throwIfAborted()
        asked.push(query)
        const seconds: number[] = []
        const values: number[] = []
        for (let at = query.fromSeconds; at <= query.toSeconds; at += query.stepSeconds) {
          const value = valueAt(query.promql, at / 3600 - 1)
          if (value instanceof SourceError) throw value
          if (value === null) continue
          seconds.push(at)
          values.push(value)
        }
        return values.length === 0 ? [] : [{ labels: {}, seconds, values }]
      },
    },
  }
  return {
    asked,
    findSource: (name) => (name === null || name === 'main' ? source : `There is no ${name}`),
    answerWith(value) {
      valueAt = value
    },
  }
}
