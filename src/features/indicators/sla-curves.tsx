import { Link } from '@tanstack/react-router'
import { useRef } from 'react'

import { ChartImageMenu } from '../../charts/chart-image-menu.tsx'
import { CurvesLegend } from '../../charts/period-curves.tsx'
import type { PeriodOnWire } from '../../contract/catalog.ts'
import type { SlaCurvesRow } from '../../contract/sla-indicators.ts'
import { formatCount } from '../../domain/format.ts'
import { counted } from '../../domain/indicator-words.ts'
import { Button } from '../../ui/button.tsx'
import type { SlaView } from '../../url/sla-view.ts'
import styles from './budget-curves.module.css'
import { IndicatorFrame, type FrameProps } from './indicator-frame.tsx'
import { selectionWords } from './selection-words.ts'
import { SlaCell } from './sla-cell.tsx'
import { depletionOfSla } from './sla-filters.ts'
import { basisWords, slaCurveWords } from './sla-words.ts'
import { PeriodNames, ZoomableCurves, type PeriodKeys } from './zoomable-curves.tsx'

type SlaCurvesProps = FrameProps<SlaCurvesRow> & Readonly<{ view: SlaView }>

/** What was left of every promise, period beside period, with the releases that may have cost it or stopped it. */
export function SlaCurves(props: SlaCurvesProps) {
  const { caption, view, own, query, onChange } = props
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = query
  const drawing = useRef<HTMLDivElement>(null)
  return (
    <IndicatorFrame {...props}>
      {(rows, { periods, totalCount, dataUpTo, answer }) => {
        const shown = `${formatCount(rows.length)} of ${formatCount(totalCount)} SLAs: contracts first, those with the least left first.`
        return (
          <>
            <div className={styles['acts']}>
              {'from' in view.range && (
                <Button look="quiet" onClick={() => onChange({ range: own.range })}>
                  Zoom out
                </Button>
              )}
              <ChartImageMenu
                drawing={drawing}
                title={caption}
                summary={`${answer} ${shown}`}
                image={{ fileName: 'sla-curves', selection: wordsOfSelection(view, periods), dataUpTo }}
              />
            </div>
            {/* A region that scrolls must be reachable by keyboard. */}
            <div className={styles['scroller']} tabIndex={0} role="region" aria-label={`${caption}, graphs`}>
              <div ref={drawing} className={styles['drawing']}>
                <ul className={styles['list']}>
                  <PeriodNames periods={periods} />
                  {rows.map((row) => (
                    <CurvesLine
                      key={`${row.type} ${row.id} ${row.deployment}`}
                      row={row}
                      periods={periods}
                      view={view}
                      onZoom={(range) => onChange({ range })}
                    />
                  ))}
                </ul>
                <CurvesLegend />
              </div>
            </div>
            <p className={styles['footer']}>
              <span>{`${shown} Releases are those of the selected services.`}</span>
              <span className={styles['hint']}>
                Drag over periods to zoom, or press Z on one, then the arrow keys and Enter.
              </span>
              {hasNextPage && (
                <Button onClick={() => void fetchNextPage()} disabled={isFetchingNextPage}>
                  Show more
                </Button>
              )}
            </p>
          </>
        )
      }}
    </IndicatorFrame>
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
  periods: readonly PeriodOnWire[]
  view: SlaView
  onZoom: (range: Readonly<{ from: string; to: string }>) => void
}>

function CurvesLine({ row, periods, view, onZoom }: CurvesLineProps) {
  const { contract, part, basis, deployment, releases } = row
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
          {releases.length > 0 && `, ${counted(releases.length, 'release')}`}
        </span>
      </div>
      <ZoomableCurves
        periods={periods}
        curves={row.curves}
        events={{ releases, targetChanges: [], corrections: [] }}
        onZoom={onZoom}
      >
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
  if (curve == null) return <span />
  const words = slaCurveWords(curve, period, row.releases)
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
