import type { TighterSlo } from '../../../contract/tighter-slo.ts'
import { dayOfMs, dayText, formatDay } from '../../../domain/day.ts'
import { Absent } from '../../../ui/absent.tsx'
import { BudgetBar } from '../../../ui/budget-bar.tsx'
import { CellLink } from '../../../url/cell-link.tsx'
import { paths } from '../../../url/paths.ts'
import { EndedCell } from '../workflow/ended-cell.tsx'
import { FiguresTable } from '../workflow/figures-table.tsx'
import styles from './tighter-slo.module.css'
import { percentOf, targetOf } from './tighter-slo-words.ts'

type Ended = TighterSlo['periods'][number]

/** Period by period what was left, newest first. */
export function EndedPeriods({ answer }: Readonly<{ answer: TighterSlo }>) {
  const { periods, least, target } = answer
  if (periods.length === 0) return <p>No period has closed yet.</p>
  const hasOtherTarget = periods.some((one) => one.target !== target)
  return (
    <FiguresTable<Ended>
      caption="How its periods ended"
      rows={periods.toReversed()}
      rowKey={({ period }) => period.id}
      columns={[
        {
          header: 'Period',
          cell: ({ period }) => (
            <CellLink {...paths.slo(answer, { range: { from: period.start, to: period.end } })}>
              {period.name}
            </CellLink>
          ),
        },
        { header: 'Last day', cell: ({ period }) => lastDayOf(period.end) },
        ...(hasOtherTarget
          ? [{ header: 'Target then', isFigure: true, cell: (one: Ended) => targetOf(one.target) }]
          : []),
        {
          header: 'Left at its end',
          isFigure: true,
          cell: (one) => (
            <span className={styles['left']}>
              {one.remaining !== null && <BudgetBar ratio={one.remaining} />}
              <EndedCell {...one} />
            </span>
          ),
        },
        { header: `${percentOf(least)} or more`, cell: (one) => <IsRepresentative ended={one} /> },
      ]}
    />
  )
}

/** A period ends where the next begins: its last day is the one before. */
function lastDayOf(end: string): string {
  return formatDay(dayText(dayOfMs(Date.parse(end) - 1)))
}

function IsRepresentative({ ended: { isRepresentative, isCorrected } }: Readonly<{ ended: Ended }>) {
  if (isRepresentative === null) return <Absent reason="There is no figure to hold against it" />
  return (
    <>
      {isRepresentative ? 'yes' : 'no'}
      {isCorrected && <span className="muted">, corrected</span>}
    </>
  )
}
