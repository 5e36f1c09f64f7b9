import { Link } from '@tanstack/react-router'

import type { PeriodOnWire } from '../../contract/catalog.ts'
import type { SlaCurvesRow } from '../../contract/sla-indicators.ts'
import { formatDay } from '../../domain/day.ts'
import { counted } from '../../domain/indicator-words.ts'
import type { SlaView } from '../../url/sla-view.ts'
import { Absent } from '../../ui/absent.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import styles from './budget-curves.module.css'
import { CurvesFrame, type CurvesPage } from './curves-frame.tsx'
import type { FrameProps } from './indicator-frame.tsx'
import { selectionWords } from './selection-words.ts'
import { SlaCell } from './sla-cell.tsx'
import { depletionOfSla } from './sla-filters.ts'
import { basisWords, sinceWords, slaAbsence, slaCurveWords } from './sla-words.ts'
import { ZoomableCurves, type PeriodKeys } from './zoomable-curves.tsx'

type SlaCurvesProps = FrameProps<SlaCurvesRow> & Readonly<{ view: SlaView }>

/** What was left of every promise, period beside period, with what may have bent its curve. */
export function SlaCurves(props: SlaCurvesProps) {
  const { view } = props
  return (
    <CurvesFrame
      {...props}
      fileName="sla-curves"
      rowsAre="SLAs: contracts first, those with the least left first."
      note="Releases are those of the selected services; a contract without a measure of its own is bent by what happens to its parts."
      selectionOf={(periods) => wordsOfSelection(view, periods)}
      renderLine={(row, page, onZoom) => (
        <CurvesLine
          key={`${row.type} ${row.id} ${row.deployment}`}
          row={row}
          page={page}
          view={view}
          onZoom={onZoom}
        />
      )}
    />
  )
}

function wordsOfSelection(view: SlaView, periods: readonly PeriodOnWire[]): string {
  const own = [
    ...(view.contract.length === 0 ? [] : [`Contractual SLA: ${view.contract.join(', ')}`]),
    ...(view.customer.length === 0 ? [] : [`Customer: ${view.customer.join(', ')}`]),
  ]
  return [...own, selectionWords(view, periods)].join('; ')
}

type CurvesLineProps = Readonly<{
  row: SlaCurvesRow
  page: CurvesPage
  view: SlaView
  onZoom: (range: Readonly<{ from: string; to: string }>) => void
}>

function CurvesLine({ row, page: { periods, dataUpTo }, view, onZoom }: CurvesLineProps) {
  const { contract, part, basis, deployment, marks } = row
  return (
    <li className={styles['line']}>
      <div className={styles['subject']}>
        <SlaCell row={row} />
        <span className="muted">
          {part === null ? (basis === null ? '' : `${basisWords[basis].short}, `) : `${part.service}, `}
          {deployment}
        </span>
        <span className="muted">
          {contract === null ? 'Endpoint-level' : servicesWords(contract)}
          {contract?.since != null && `, from ${formatDay(contract.since)} on`}
          {marks.releases.length > 0 && `, ${counted(marks.releases.length, 'release')}`}
        </span>
      </div>
      <ZoomableCurves periods={periods} curves={row.curves} events={marks} upTo={dataUpTo} onZoom={onZoom}>
        {(period, at, keys) => (
          <PeriodLink key={period.id} row={row} period={period} at={at} view={view} keys={keys} />
        )}
      </ZoomableCurves>
    </li>
  )
}

function servicesWords({ services, serviceCount }: NonNullable<SlaCurvesRow['contract']>): string {
  return services.length < serviceCount
    ? `${services.length} of its ${serviceCount} services`
    : counted(serviceCount, 'service')
}

type PeriodLinkProps = Readonly<{
  row: SlaCurvesRow
  period: PeriodOnWire
  at: number
  view: SlaView
  keys: PeriodKeys
}>

/** Over the drawing, so that each period is announced and leads to itself alone. */
function PeriodLink({ row, period, at, view, keys }: PeriodLinkProps) {
  const curve = row.curves[at]
  if (curve == null) {
    return (
      <span className={styles['none']}>
        <VisuallyHidden>{`${period.name}: `}</VisuallyHidden>
        <Absent reason={slaAbsence(row.contract, period)} />
      </span>
    )
  }
  const words = `${slaCurveWords(curve, period, row.marks)}${sinceWords(row.contract, period)}`
  return (
    <Link
      {...depletionOfSla(row, view, period)}
      {...keys}
      draggable={false}
      aria-label={words}
      title={words}
    />
  )
}
