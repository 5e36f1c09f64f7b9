import { breaksInARow } from '../../src/domain/bottleneck.ts'
import { adherence } from '../../src/domain/adherence.ts'
import type { Period } from '../../src/domain/period.ts'
import type { SeriesOverPeriods } from '../indicators/period-entries.ts'

/** Of the last closed periods, oldest first: the entries of each series are in their order. */
export type ClosedSeries = Readonly<{ series: readonly SeriesOverPeriods[]; closed: readonly Period[] }>

/** A budget has to be broken in so many before more are worth reading. */
const FIRST_READ = 2

/**
 * As many of the closed periods as it takes to see where every row of broken ones began: each is read whole, and most are
 * asked for by nobody.
 */
export async function closedSeries(
  closed: readonly Period[],
  read: (periods: readonly Period[]) => Promise<readonly SeriesOverPeriods[]>,
): Promise<ClosedSeries> {
  for (let count = FIRST_READ; ; count += 1) {
    const periods = closed.slice(-count)
    const series = await read(periods)
    const goesOn = series.some(({ entries }) => breaksInARow(cellsOf(entries)) === periods.length)
    if (!goesOn || periods.length === closed.length) return { series, closed: periods }
  }
}

function cellsOf(entries: SeriesOverPeriods['entries']) {
  return entries.map((entry) => adherence({ isOpen: false, state: entry?.standing.budget.state ?? null }))
}
