import { formatDuration } from '../../domain/format.ts'

const MS_PER_HOUR = 3_600_000
const LONGEST_IN_MS = 10_000
const LONGEST_IN_S = 60_000

/** "400 ms", "30 s", "1 d": a threshold in the unit people agreed it in. */
export function formatThreshold(thresholdMs: number): string {
  if (thresholdMs < LONGEST_IN_MS) return `${thresholdMs}\u00a0ms`
  if (thresholdMs < LONGEST_IN_S) return `${thresholdMs / 1000}\u00a0s`
  return formatDuration(thresholdMs / MS_PER_HOUR)
}
