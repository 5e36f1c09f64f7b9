import type { PeriodOnWire } from '../../contract/catalog.ts'
import type { KeptOverviewTable, KeptRow } from '../../contract/kept-overview.ts'
import { formatCount } from '../../domain/format.ts'
import { counted, percent } from '../../domain/indicator-words.ts'

type Total = KeptOverviewTable['totals'][number]

/** What one point of the shares says. */
export function keptPointWords(
  period: PeriodOnWire,
  { kept, counted: all, share }: Total,
): readonly string[] {
  return [
    `${period.name}: ${share === null ? 'no verdict' : percent(share)}`,
    `${formatCount(kept)} of ${counted(all, 'service')} within budget`,
    ...(period.isOpen ? ['so far'] : []),
  ]
}

/** Whether the marks are passed, each "consistently", as the graph shows it. */
export function keptSummary({
  marks,
  totals,
  periods,
}: Pick<KeptOverviewTable, 'marks' | 'totals' | 'periods'>): string {
  const closed = periods.filter(({ isOpen }) => !isOpen).length
  const shares = totals.flatMap(({ share }, at) =>
    periods[at]?.isOpen === false && share !== null ? [share] : [],
  )
  if (shares.length === 0) return 'No closed period in view has a verdict.'
  const passed = marks
    .filter(({ isConsistent }) => isConsistent)
    .map(({ share }) => percent(share))
    .at(-1)
  const range = `Between ${percent(Math.min(...shares))} and ${percent(Math.max(...shares))} of the services kept every budget in ${counted(closed, 'closed period')}.`
  return passed === undefined
    ? `${range} No mark was passed in each of the last three.`
    : `${range} The mark of ${passed} was passed in each of the last three.`
}

/** "5 within budget, 3 broke" */
export function keptCellWords({ within, broke, silent }: KeptRow['cells'][number]): string {
  const quiet = silent === 0 ? '' : `, ${formatCount(silent)} without traffic or data`
  return `${formatCount(within)} within budget, ${formatCount(broke)} broke${quiet}`
}
