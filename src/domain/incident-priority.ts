/** Remaining budgets are divisions: 1 - 0.8 would be just below 0.2, and 0.1 + 0.15 is not 0.25. */
const FLOAT_NOISE = 1e-9

const levels = [
  { priority: 1, atMost: 0.2 },
  { priority: 2, atMost: 0.4 },
  { priority: 3, atMost: 0.6 },
  { priority: 4, atMost: 0.8 },
] as const

/**
 * 1 is the highest; for SLOs that have no priority of their own. By what is left, and only where it will not last: little of
 * a budget at the end of its period is how it should be. The limit itself belongs to the higher priority.
 */
export function priorityByLevel(remaining: number, isProjectedToRunOut: boolean): number | null {
  if (!isProjectedToRunOut) return null
  return levels.find(({ atMost }) => remaining <= atMost + FLOAT_NOISE)?.priority ?? null
}

const velocities = [
  { priority: 1, withinMinutes: 5, moreThan: 0.75 },
  { priority: 2, withinMinutes: 10, moreThan: 0.5 },
  { priority: 3, withinMinutes: 15, moreThan: 0.25 },
  { priority: 4, withinMinutes: 20, moreThan: 0.25 },
] as const

/** By the share of the period's budget that went in the last minutes. The most severe that matches. */
export function priorityByVelocity(depletedWithin: (minutes: number) => number): number | null {
  const found = velocities.find(
    ({ withinMinutes, moreThan }) => depletedWithin(withinMinutes) > moreThan + FLOAT_NOISE,
  )
  return found?.priority ?? null
}
