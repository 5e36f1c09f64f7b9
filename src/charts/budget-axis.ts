/** Deeper debts are drawn behind a break, so that one disaster does not flatten every other period. */
const BREAK_AT = -1.5
/** How much of the axis the part behind the break takes, in shares of the grant. */
const BROKEN_BAND = 0.35
const LABEL_STEP = 0.5
const ROOM_BELOW = 0.12

export type BudgetAxis = Readonly<{
  /** Lowest place on the drawn axis; the highest is 1. */
  floor: number
  /** Places of labels on the drawn axis, with the remaining budget they stand for. */
  ticks: readonly Readonly<{ place: number; remaining: number }>[]
  isBroken: boolean
  /** From remaining budget to the drawn axis: the same above the break, compressed below. */
  placeOf(remaining: number): number
}>

/** 100, 50, 0 and as far below as the data go. */
export function budgetAxis(lowest: number): BudgetAxis {
  const isBroken = lowest < BREAK_AT
  const placeOf = (remaining: number) =>
    isBroken && remaining < BREAK_AT
      ? BREAK_AT - (BROKEN_BAND * (BREAK_AT - remaining)) / (BREAK_AT - lowest)
      : remaining
  const floor = lowest >= 0 ? 0 : placeOf(lowest) - ROOM_BELOW
  const ticks = []
  for (let step = 2; step * LABEL_STEP >= Math.max(floor, BREAK_AT); step -= 1) {
    ticks.push({ place: step * LABEL_STEP, remaining: step * LABEL_STEP })
  }
  if (isBroken) ticks.push({ place: placeOf(lowest), remaining: lowest })
  return { floor, ticks, isBroken, placeOf }
}
