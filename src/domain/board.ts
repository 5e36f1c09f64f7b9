import type { Instant } from './instant.ts'

/** A team was set into a phase. The position of a team is nothing but its last move. */
export type Move = Readonly<{ to: string; at: Instant }>

const WEEK_MS = 7 * 24 * 3_600_000

/** The phase a team was in at that time; null before it was set into any. Moves are in the order they were made. */
export function phaseAt(moves: readonly Move[], at: Instant): string | null {
  return moves.findLast((move) => move.at <= at)?.to ?? null
}

/** Since when a team is where it is: its last move. */
export function enteredAt(moves: readonly Move[]): Instant | null {
  return moves.at(-1)?.at ?? null
}

/** Whole weeks, as they are shown; never below 0. */
export function wholeWeeks(from: Instant, to: Instant): number {
  return Math.max(0, Math.floor((to - from) / WEEK_MS))
}

/** A step is a move or an exit measure that was reached. Null for a team that has not begun. */
export function lastStepAt(moves: readonly Move[], reachedAt: readonly Instant[]): Instant | null {
  const entered = enteredAt(moves)
  return entered === null ? null : Math.max(entered, ...reachedAt)
}

/** How many weeks a team has made no step, where that is as many as it takes to ask why; else null. */
export function weeksStuck(lastStep: Instant | null, now: Instant, stuckAfterWeeks: number): number | null {
  if (lastStep === null) return null
  const weeks = wholeWeeks(lastStep, now)
  return weeks >= stuckAfterWeeks ? weeks : null
}

/** Where coaching is needed most: columns that hold more teams than the mean over all columns. One team is no crowd. */
export function concentratedColumns(counts: readonly number[]): readonly number[] {
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length
  return counts.flatMap((count, column) => (count > Math.max(mean, 1) ? [column] : []))
}

/** How many of the teams have adopted each practice, as a share; null where there is no team. */
export function adoptionShares(counts: readonly number[], teamCount: number): readonly (number | null)[] {
  return counts.map((count) => (teamCount === 0 ? null : count / teamCount))
}

type Standing = Readonly<{ phase: string | null; reached: readonly string[] }>
type Gate = Readonly<{ id: string; measures: readonly Readonly<{ id: string }>[] }>

/** A team does what a phase is about when it has left it forwards, or has reached all that the phase asks for. */
export function hasPractice(phases: readonly Gate[], index: number, { phase, reached }: Standing): boolean {
  const position = phases.findIndex(({ id }) => id === phase)
  if (position > index) return true
  const measures = phases[index]?.measures ?? []
  return position === index && measures.length > 0 && measures.every(({ id }) => reached.includes(id))
}
