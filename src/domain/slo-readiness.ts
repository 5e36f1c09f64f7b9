/** What must hold before SLOs take root, in this order: a later one without those before it has failed elsewhere. */
export const readinessItems = ['observability', 'nominal', 'ownership', 'protected-time'] as const
export type ReadinessItem = (typeof readinessItems)[number]

type Readiness = Readonly<{
  /** How many hold without a gap before them, 0 to 4. */
  level: number
  /** What comes next; null where all hold. */
  next: ReadinessItem | null
  /** Items that hold although an earlier one does not. */
  outOfOrder: readonly ReadinessItem[]
}>

export function readinessOf(held: ReadonlySet<ReadinessItem>): Readiness {
  const gap = readinessItems.findIndex((item) => !held.has(item))
  if (gap === -1) return { level: readinessItems.length, next: null, outOfOrder: [] }
  return {
    level: gap,
    next: readinessItems[gap] ?? null,
    outOfOrder: readinessItems.slice(gap).filter((item) => held.has(item)),
  }
}

/** What must hold before all teams begin in parallel, and no longer a few at a time. */
export const prerequisites = [
  'availability-and-latency',
  'slo-definitions',
  'breach-alerts',
  'proven-by-teams',
  'ownership',
  'interest',
] as const
export type Prerequisite = (typeof prerequisites)[number]
