import { compareAbsentLast } from './compare-absent-last.ts'
import {
  type LatencyHistogram,
  latencyQuantile,
  type Quantile,
  summedHistogram,
} from './latency-histogram.ts'

/** Hours of one endpoint added up; they need no SLO. `0 <= failures <= requests`. */
export type EndpointFigures = Readonly<{
  requests: number
  failures: number
  /** The requests whose time is in `latencySumMs`: hours may come without it. */
  timedRequests: number
  latencySumMs: number
  latencyMaxMs: number | null
  latency: LatencyHistogram | null
}>

/** Null without a request: silence is not success. */
export function availability({
  requests,
  failures,
}: Pick<EndpointFigures, 'requests' | 'failures'>): number | null {
  return requests === 0 ? null : (requests - failures) / requests
}

/** Null where no request was timed. */
export function averageLatencyMs({ timedRequests, latencySumMs }: EndpointFigures): number | null {
  return timedRequests === 0 ? null : latencySumMs / timedRequests
}

/** Averages hide tails. Null without a histogram. */
export function latencyPercentiles({ latency, latencyMaxMs }: EndpointFigures): LatencyPercentiles | null {
  if (!latency) return null
  const at = (q: number) => latencyQuantile(latency, q, latencyMaxMs)
  const [p50, p95, p99] = [at(0.5), at(0.95), at(0.99)]
  return p50 && p95 && p99 ? { p50, p95, p99 } : null
}

export type LatencyPercentiles = Readonly<{ p50: Quantile; p95: Quantile; p99: Quantile }>

const FEW_REQUESTS = 100

/** Fewer than a hundred: one failed request more or less moves the availability by over a percentage point. */
export function isLowTraffic({ requests }: Pick<EndpointFigures, 'requests'>): boolean {
  return requests < FEW_REQUESTS
}

/** The figures of a service are those of its endpoints. A histogram that one of them lacks would leave out its requests. */
export function summedFigures(parts: readonly EndpointFigures[]): EndpointFigures {
  const total = (of: (part: EndpointFigures) => number) => parts.reduce((sum, part) => sum + of(part), 0)
  const maxima = parts.map(({ latencyMaxMs }) => latencyMaxMs).filter((max) => max !== null)
  const active = parts.filter(({ requests }) => requests > 0)
  const histograms = active.map(({ latency }) => latency).filter((latency) => latency !== null)
  return {
    requests: total(({ requests }) => requests),
    failures: total(({ failures }) => failures),
    timedRequests: total(({ timedRequests }) => timedRequests),
    latencySumMs: total(({ latencySumMs }) => latencySumMs),
    latencyMaxMs: maxima.length === 0 ? null : Math.max(...maxima),
    latency: histograms.length === active.length ? summedHistogram(histograms) : null,
  }
}

type Ranked = Readonly<{ name: string; figures: EndpointFigures }>

/** Endpoints without a request come last; of equal ones the one that more users meet is first. */
export function byAvailability<Row extends Ranked>(
  rows: readonly Row[],
  direction: 'ascending' | 'descending' = 'ascending',
): readonly Row[] {
  return ranked(rows, availability, direction)
}

/** By average latency. */
export function byLatency<Row extends Ranked>(
  rows: readonly Row[],
  direction: 'ascending' | 'descending' = 'descending',
): readonly Row[] {
  return ranked(rows, averageLatencyMs, direction)
}

function ranked<Row extends Ranked>(
  rows: readonly Row[],
  figure: (figures: EndpointFigures) => number | null,
  direction: 'ascending' | 'descending',
): readonly Row[] {
  return rows.toSorted(
    (a, b) =>
      compareAbsentLast(figure(a.figures), figure(b.figures), direction) ||
      b.figures.requests - a.figures.requests ||
      compareAbsentLast(a.name, b.name),
  )
}
