/**
 * Requests by how long they took. `boundsMs` ascend, and `counts` has one more: the requests above the last bound. A request
 * of exactly a bound counts in the bucket that ends there.
 */
export type LatencyHistogram = Readonly<{ boundsMs: readonly number[]; counts: readonly number[] }>

export type Quantile = Readonly<{
  ms: number
  /** It lies above the last bound, and nobody knows how far. */
  isAtLeast: boolean
}>

/**
 * The latency that the share `q` (0 to 1) of the requests does not exceed; null without requests. Linear within its bucket, as
 * `histogram_quantile` of Prometheus does it, so that it is the figure people know from there; unlike there, the largest
 * latency seen closes the highest bucket, where it is known.
 */
export function latencyQuantile(
  { boundsMs, counts }: LatencyHistogram,
  q: number,
  maxMs: number | null = null,
): Quantile | null {
  const rank = q * sum(counts)
  const highest = counts.findLastIndex((count) => count > 0)
  let before = 0
  for (const [bucket, count] of counts.entries()) {
    if (count > 0 && before + count >= rank) {
      const fromMs = boundsMs[bucket - 1] ?? 0
      const toMs = bucketEnd(boundsMs[bucket], fromMs, bucket === highest ? maxMs : null)
      if (toMs === null) return { ms: fromMs, isAtLeast: true }
      return { ms: fromMs + (toMs - fromMs) * ((rank - before) / count), isAtLeast: false }
    }
    before += count
  }
  return null
}

/** A largest latency below the bucket is from hours that do not belong to this histogram, and closes nothing. */
function bucketEnd(boundMs: number | undefined, fromMs: number, maxMs: number | null): number | null {
  const isInside = maxMs !== null && maxMs >= fromMs && maxMs <= (boundMs ?? maxMs)
  return isInside ? maxMs : (boundMs ?? null)
}

/**
 * Histograms of different bounds have in common what lies at the bounds of all: counts up to those are exact. Null for no
 * histogram, and where no bound is common.
 */
export function summedHistogram(histograms: readonly LatencyHistogram[]): LatencyHistogram | null {
  const [first, ...others] = histograms
  if (!first) return null
  const boundsMs = first.boundsMs.filter((bound) => others.every((other) => other.boundsMs.includes(bound)))
  if (boundsMs.length === 0) return null
  const upTo = boundsMs.map((bound) => sum(histograms.map((histogram) => countUpTo(histogram, bound))))
  const all = sum(histograms.map(({ counts }) => sum(counts)))
  return {
    boundsMs,
    counts: [...upTo, all].map((count, bucket, cumulative) => count - (cumulative[bucket - 1] ?? 0)),
  }
}

function countUpTo({ boundsMs, counts }: LatencyHistogram, boundMs: number): number {
  return sum(counts.slice(0, boundsMs.indexOf(boundMs) + 1))
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}
