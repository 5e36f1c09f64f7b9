import { Link } from '@tanstack/react-router'

import type { PeriodOnWire } from '../../contract/catalog.ts'
import type { CurvesRow } from '../../contract/indicators.ts'
import { counted } from '../../domain/indicator-words.ts'
import { paths } from '../../url/paths.ts'
import styles from './budget-curves.module.css'
import { curveWords } from './curve-words.ts'
import { CurvesFrame, type CurvesPage } from './curves-frame.tsx'
import type { FrameProps } from './indicator-frame.tsx'
import { selectionWords } from './selection-words.ts'
import { SloCell } from './slo-cell.tsx'
import { ZoomableCurves, type PeriodKeys } from './zoomable-curves.tsx'

/** Every budget's burn-downs, period beside period: whose pattern repeats is seen at a glance. */
export function BudgetCurves(props: FrameProps<CurvesRow>) {
  const { view } = props
  const hidden = view.prematureOnly ? ' Hatched periods were not exhausted early.' : ''
  return (
    <CurvesFrame
      {...props}
      fileName="budget-curves"
      rowsAre={`budgets, most often exhausted first.${hidden}`}
      selectionOf={(periods) => selectionWords(view, periods)}
      renderLine={(row, page, onZoom) => (
        <CurvesLine key={`${row.sloId} ${row.deployment}`} row={row} page={page} onZoom={onZoom} />
      )}
    />
  )
}

type CurvesLineProps = Readonly<{
  row: CurvesRow
  page: CurvesPage
  onZoom: (range: Readonly<{ from: string; to: string }>) => void
}>

function CurvesLine({ row, page: { periods, dataUpTo }, onZoom }: CurvesLineProps) {
  return (
    <li className={styles['line']}>
      <div className={styles['subject']}>
        <span>
          <b>{row.service}</b> <span className="muted">{row.deployment}</span>
        </span>
        <SloCell row={row} />
        <span className="muted">
          {row.prematureCount} of {counted(periods.length, 'period')} exhausted early
        </span>
      </div>
      <ZoomableCurves
        periods={periods}
        curves={row.curves}
        events={row.marks}
        upTo={dataUpTo}
        onZoom={onZoom}
      >
        {(period, at, keys) => <PeriodLink key={period.id} row={row} period={period} at={at} keys={keys} />}
      </ZoomableCurves>
    </li>
  )
}

type PeriodLinkProps = Readonly<{ row: CurvesRow; period: PeriodOnWire; at: number; keys: PeriodKeys }>

/** Over the drawing, so that each burn-down is announced and leads to its own page. */
function PeriodLink({ row, period, at, keys }: PeriodLinkProps) {
  const curve = row.curves[at]
  if (curve?.daily == null) return <span />
  const words = curveWords(curve, period, row.marks)
  return (
    <Link
      {...paths.slo(row, { range: { from: period.start, to: period.end } })}
      {...keys}
      draggable={false}
      aria-label={words}
      title={words}
    />
  )
}
