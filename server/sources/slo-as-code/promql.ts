import type { Query, Reading } from './slo-catalog.ts'

const WINDOW = '{{.window}}'

/** Sloth writes the placeholder with or without blanks. */
export function queryFrom(promql: string, isCounter: boolean, source: string | null): Query {
  const text = promql.trim().replaceAll(/\{\{\s*(\.\w+)\s*\}\}/g, '{{$1}}')
  return { promql: text, reading: readingOf(text, isCounter), source }
}

function readingOf(promql: string, isCounter: boolean): Reading {
  // A share of two rates has no unit, and is read by whoever reads the share.
  if (promql.includes(WINDOW)) return /\bi?rate\s*\(/.test(promql) ? 'per-second' : 'events'
  return isCounter ? 'running-count' : 'sample'
}

/** Pyrra names the bare series and adds the range itself. */
export function increaseOf(series: string): string {
  return `sum(increase(${series.trim()}[${WINDOW}]))`
}

export function samplesOf(series: string): Readonly<{ good: string; total: string }> {
  return {
    good: `sum(sum_over_time(${series.trim()}[${WINDOW}]))`,
    total: `sum(count_over_time(${series.trim()}[${WINDOW}]))`,
  }
}

/** Native histograms hold their counts inside; what lies under the threshold is a fraction of them. */
export function nativeHistogram(series: string, seconds: number): Readonly<{ good: string; total: string }> {
  const total = `histogram_count(${increaseOf(series)})`
  return { good: `histogram_fraction(0, ${seconds}, ${increaseOf(series)}) * ${total}`, total }
}

/** A latency threshold as a histogram's bucket bound has it. Prometheus counts in seconds where the name says nothing else. */
export function thresholdMsOf(promql: string): number | null {
  const bounds = new Set([...promql.matchAll(/\ble\s*=\s*"([\d.]+)"/g)].map(([, bound]) => Number(bound)))
  const [bound] = bounds
  if (bounds.size !== 1 || bound === undefined || !(bound > 0)) return null
  const isInMs = /_(?:milliseconds|millis|ms)(?:_bucket)?\b/.test(promql)
  return isInMs ? bound : Math.round(bound * 1e6) / 1e3
}

/** The service behind the series, as the label that Prometheus gives to everything it scrapes. */
export function jobOf(promql: string): string | null {
  return /\bjob\s*=\s*"([^"]+)"/.exec(promql)?.[1] ?? null
}

/** A bare series: a name, matchers, nothing else. */
export function isSeriesSelector(promql: string): boolean {
  return /^\s*[a-zA-Z_:][\w:]*\s*(?:\{(?:[^{}"]|"(?:[^"\\]|\\.)*")*\}\s*)?$/.test(promql)
}
