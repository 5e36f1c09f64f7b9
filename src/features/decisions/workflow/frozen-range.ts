import type { PeriodOnWire } from '../../../contract/catalog.ts'
import type { TableRange } from '../../../url/view-range.ts'

type Answered = Readonly<{ periods: readonly PeriodOnWire[]; dataUpTo: string }>

/** The same periods as they are seen now, whatever comes later. */
export function frozenRange(range: TableRange, { periods, dataUpTo }: Answered): TableRange {
  const [first] = periods
  const last = periods.at(-1)
  if (first === undefined || last === undefined) return range
  return { from: first.start, to: last.end, at: 'at' in range ? range.at : dataUpTo }
}
