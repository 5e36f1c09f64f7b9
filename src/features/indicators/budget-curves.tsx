import { Link } from '@tanstack/react-router'

import { PeriodCurves } from '../../charts/period-curves.tsx'
import type { PeriodOnWire } from '../../contract/catalog.ts'
import type { CurvesRow } from '../../contract/indicators.ts'
import { formatCount, formatRemaining } from '../../domain/format.ts'
import { Button } from '../../ui/button.tsx'
import { stateWords } from '../../ui/state-words.ts'
import { useMeasuredWidth } from '../../ui/use-measured-width.ts'
import { paths } from '../../url/paths.ts'
import styles from './budget-curves.module.css'
import { IndicatorFrame, type FrameProps } from './indicator-frame.tsx'
import { SloCell } from './slo-cell.tsx'

const DAY_MS = 86_400_000

/** Every budget's burn-downs, period beside period: whose pattern repeats is seen at a glance. */
export function BudgetCurves(props: FrameProps<CurvesRow>) {
  const { caption, view, query } = props
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = query
  return (
    <IndicatorFrame {...props}>
      {(rows, { periods, totalCount }) => (
        <>
          {/* A region that scrolls must be reachable by keyboard. */}
          <div className={styles['scroller']} tabIndex={0} role="region" aria-label={`${caption}, graphs`}>
            <ul className={styles['list']}>
              <PeriodNames periods={periods} />
              {rows.map((row) => (
                <CurvesLine key={`${row.sloId} ${row.deployment}`} row={row} periods={periods} />
              ))}
            </ul>
          </div>
          <p className={styles['footer']}>
            <span>
              {`${formatCount(rows.length)} of ${formatCount(totalCount)} budgets, most often exhausted first.`}
              {view.prematureOnly && ' Hatched periods were not exhausted early.'}
            </span>
            {hasNextPage && (
              <Button onClick={() => void fetchNextPage()} disabled={isFetchingNextPage}>
                Show more
              </Button>
            )}
          </p>
        </>
      )}
    </IndicatorFrame>
  )
}

function PeriodNames({ periods }: Readonly<{ periods: readonly PeriodOnWire[] }>) {
  return (
    <li className={styles['names']} aria-hidden="true">
      <span />
      <span className={styles['boxes']}>
        {periods.map(({ id, name, isOpen }) => (
          <span key={id} className={isOpen ? styles['open'] : undefined}>
            {name}
          </span>
        ))}
      </span>
    </li>
  )
}

type CurvesLineProps = Readonly<{ row: CurvesRow; periods: readonly PeriodOnWire[] }>

function CurvesLine({ row, periods }: CurvesLineProps) {
  const [measured, width] = useMeasuredWidth()
  const drawn = periods.map(({ id, start, end }) => ({
    id,
    days: Math.round((Date.parse(end) - Date.parse(start)) / DAY_MS),
  }))
  return (
    <li className={styles['line']}>
      <div className={styles['subject']}>
        <span>
          <b>{row.service}</b> <span className="muted">{row.deployment}</span>
        </span>
        <SloCell row={row} />
        <span className="muted">
          {row.prematureCount} of {periods.length} periods exhausted early
        </span>
      </div>
      <div ref={measured} className={styles['curves']}>
        {width > 0 && <PeriodCurves periods={drawn} curves={row.curves} width={width} />}
        <div className={styles['boxes']}>
          {periods.map((period, at) => (
            <PeriodLink key={period.id} row={row} period={period} at={at} />
          ))}
        </div>
      </div>
    </li>
  )
}

type PeriodLinkProps = Readonly<{ row: CurvesRow; period: PeriodOnWire; at: number }>

/** Over the drawing, so that each burn-down is announced and leads to its own page. */
function PeriodLink({ row, period, at }: PeriodLinkProps) {
  const curve = row.curves[at]
  if (curve?.daily == null) return <span />
  const left = curve.remaining === null ? 'without a budget' : `${formatRemaining(curve.remaining)} % left`
  const words = `${period.name}: ${stateWords[curve.state]}, ${left}${period.isOpen ? ', estimate' : ''}`
  return (
    <Link
      {...paths.slo(row, { range: { from: period.start, to: period.end } })}
      aria-label={words}
      title={words}
    />
  )
}
