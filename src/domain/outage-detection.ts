/**
 * The references' first measure of success: outages that were not detected internally must have fallen by more than half
 * against the time before SRE. 50 % itself is not more than half.
 */
const DROP_GOAL = 0.5

export type DetectionDrop = Readonly<{
  /** 0.67 for 67 % fewer, below 0 where there are more; null where there were none before: nothing falls from 0. */
  drop: number | null
  isGoalReached: boolean
}>

/** Counts of spans of the same length: in one period, and per period before. */
export function detectionDrop(now: number, before: number): DetectionDrop {
  if (before <= 0) return { drop: null, isGoalReached: false }
  const drop = (before - now) / before
  return { drop, isGoalReached: drop > DROP_GOAL }
}
