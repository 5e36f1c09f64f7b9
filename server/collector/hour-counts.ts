import type { BucketRow } from '../../src/domain/buckets.ts'
import type { Hour } from '../../src/domain/hours.ts'

export const SECONDS_PER_HOUR = 3600

/** What was measured in one step: `good` of `total`, fractions as the engine gives them. No traffic is a total of 0. */
export type Cell = Readonly<{ endSeconds: number; good: number; total: number }>

export type RefusedHour = Readonly<{ hour: Hour; reason: string }>
export type HourCounts = Readonly<{ rows: readonly BucketRow[]; refused: readonly RefusedHour[] }>

/** How the cells of an hour become whole events; throws a reason where they cannot. */
export type CountCells = (cells: readonly Cell[]) => Readonly<{ good: number; total: number }>

/** A cell belongs to the hour it ends in, and one that ends on the full hour to the hour before. */
function hourOfCell(endSeconds: number): Hour {
  return Math.ceil(endSeconds / SECONDS_PER_HOUR) - 1
}

/** Hours without a cell get no row: they were not measured. An hour that cannot be counted holds up no other. */
export function countHours(cells: readonly Cell[], count: CountCells): HourCounts {
  const rows: BucketRow[] = []
  const refused: RefusedHour[] = []
  for (const [hour, inHour] of Map.groupBy(cells, ({ endSeconds }) => hourOfCell(endSeconds))) {
    try {
      rows.push({ hour, ...count(inHour) })
    } catch (error) {
      if (!(error instanceof UncountableError)) throw error
      refused.push({ hour, reason: error.message })
    }
  }
  return { rows, refused }
}

/** The engine answered, but with what cannot be a count. */
export class UncountableError extends Error {
  override name = 'UncountableError'
}

/** What an engine's estimate may be off by before the queries themselves must be wrong. */
const FEW_EVENTS = 2
const SMALL_SHARE = 0.05

/**
 * The events of the hour. Engines estimate what lies between two samples, so counts come with fractions; bad events are
 * rounded by themselves, because as a difference of rounded numbers they could vanish.
 */
export const countEvents: CountCells = (cells) => {
  const total = sumOf(cells, ({ total: one }) => one)
  const bad = total - sumOf(cells, ({ good }) => good)
  const slack = FEW_EVENTS + SMALL_SHARE * Math.abs(total)
  if (total < -slack)
    throw new UncountableError(`The query for all events gives ${inWords(total)}; it must not be negative`)
  if (bad > total + slack)
    throw new UncountableError(`${inWords(bad)} events are bad, but there were only ${inWords(total)}`)
  if (bad < -slack)
    throw new UncountableError(
      `${inWords(total - bad)} events are good, but there were only ${inWords(total)}`,
    )
  const wholeTotal = atLeastZero(Math.round(total))
  const wholeBad = Math.min(wholeTotal, atLeastZero(Math.round(bad)))
  if (wholeTotal > Number.MAX_SAFE_INTEGER)
    throw new UncountableError(`${inWords(total)} events are more than can be counted exactly`)
  return { good: wholeTotal - wholeBad, total: wholeTotal }
}

/**
 * A share says nothing of how many events there were, so time stands in for them: each cell is worth its milliseconds.
 * Whole seconds would round away what a target of 99.99 % allows in an hour.
 */
export function countTime(cellMs: number): CountCells {
  return (cells) => {
    const measured = withTraffic(cells)
    const total = measured.length * cellMs
    const bad = Math.round(sumOf(measured, (cell) => (1 - shareOf(cell)) * cellMs))
    return { good: total - bad, total }
  }
}

/** Slices are the events: good where at least this share of the slice is. */
export function countSlices(sliceSeconds: number, sliceTarget: number): CountCells {
  return (cells) => {
    const slices = withTraffic(slicesOf(cells, sliceSeconds))
    // A share that is the target but for the last bit of a division is the target.
    const good = slices.filter((slice) => shareOf(slice) >= sliceTarget - 1e-12)
    return { good: good.length, total: slices.length }
  }
}

/** Every slice weighs the same, whatever its traffic. */
export function countSliceTime(sliceSeconds: number): CountCells {
  const count = countTime(sliceSeconds * 1000)
  return (cells) => count(slicesOf(cells, sliceSeconds))
}

/** What is no number must not pass for no traffic. */
function withTraffic(cells: readonly Cell[]): readonly Cell[] {
  return cells.filter((cell) => sumOf([cell], ({ total }) => total) > 0)
}

function slicesOf(cells: readonly Cell[], sliceSeconds: number): readonly Cell[] {
  const slices = Map.groupBy(cells, ({ endSeconds }) => Math.ceil(endSeconds / sliceSeconds) * sliceSeconds)
  return [...slices].map(([endSeconds, within]) => ({
    endSeconds,
    good: sumOf(within, ({ good }) => good),
    total: sumOf(within, ({ total }) => total),
  }))
}

/** Estimates of the good events may exceed those of all events by a little. */
function shareOf({ good, total }: Cell): number {
  const share = good / total
  if (share < -SMALL_SHARE || share > 1 + SMALL_SHARE)
    throw new UncountableError(
      `The good share comes out as ${inWords(share)}; it must lie between 0 and 1 (is a query in percent?)`,
    )
  return Math.min(1, Math.max(0, share))
}

function sumOf(cells: readonly Cell[], value: (cell: Cell) => number): number {
  const sum = cells.reduce((soFar, cell) => soFar + value(cell), 0)
  if (!Number.isFinite(sum)) throw new UncountableError(`The query gives ${sum}, which cannot be counted`)
  return sum
}

/** Without a negative zero. */
const atLeastZero = (count: number) => (count > 0 ? count : 0)

const inWords = (count: number) => String(Math.round(count * 100) / 100)
