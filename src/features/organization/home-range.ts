import type { PeriodOnWire } from '../../contract/catalog.ts'
import type { OrganizationView } from '../../url/organization-view.ts'

export type HomeRange = Readonly<{
  /** What every indicator is asked for. */
  from: string
  to: string
  /** Oldest first, up to the one reported on, and the open one right after it. */
  shown: readonly PeriodOnWire[]
  /** What can be reported on, oldest first. */
  closed: readonly PeriodOnWire[]
  /** Null before the first period has closed. */
  asOf: PeriodOnWire | null
  /** What it is held against; null where nothing closed before it. */
  compare: PeriodOnWire | null
}>

/** Every scheme's ids begin with the year they count for. */
const yearOf = ({ id }: PeriodOnWire) => id.slice(0, 4)

/** The periods of the page; null where no data are held for its years. `periods` oldest first, the open one last. */
export function homeRange(
  { window, asOf: wanted, compare: wantedCompare }: Pick<OrganizationView, 'window' | 'asOf' | 'compare'>,
  periods: readonly PeriodOnWire[],
): HomeRange | null {
  const years = [...new Set(periods.map(yearOf))]
  const chosen = {
    'current-year': years.slice(-1),
    'previous-year': years.slice(-2, -1),
    'two-years': years.slice(-2),
  }[window]
  const inWindow = periods.filter((period) => chosen.includes(yearOf(period)))
  const closed = inWindow.filter(({ isOpen }) => !isOpen)
  const asOf = closed.find(({ id }) => id === wanted) ?? closed.at(-1) ?? null
  const end = asOf === null ? inWindow.length : inWindow.indexOf(asOf) + 1
  const shown = [...inWindow.slice(0, end), ...inWindow.slice(end, end + 1).filter(({ isOpen }) => isOpen)]
  const [first] = shown
  const last = shown.at(-1)
  if (first === undefined || last === undefined) return null
  const earlier = asOf === null ? [] : closed.slice(0, closed.indexOf(asOf))
  const compare = earlier.find(({ id }) => id === wantedCompare) ?? earlier[0] ?? null
  return { from: first.start, to: last.end, shown, closed, asOf, compare }
}
