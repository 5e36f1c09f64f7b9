import { Link } from '@tanstack/react-router'

import { countAxis, minutesAxis } from '../../charts/value-axis.ts'
import type { RecoveryTable } from '../../contract/recovery-trend.ts'
import type { TicketTrendTable } from '../../contract/ticket-trend.ts'
import { formatCount, formatDuration } from '../../domain/format.ts'
import { indicatorPaths } from '../../url/indicator-paths.ts'
import type { HomeRange } from './home-range.ts'
import { middleOf, SmallPlot } from './small-plot.tsx'
import styles from './small-plot.module.css'
import { TrendFigure, type TrendFigureProps } from './trend-figure.tsx'
import { recoveryWords, ticketWords } from './trend-words.ts'

export type CommonProps = Pick<TrendFigureProps, 'show' | 'onShow' | 'selection'> &
  Readonly<{ range: HomeRange; /** As the linked indicator is narrowed. */ deployment: readonly string[] }>

const NO_MEAN = 'No incident of the period is resolved'

/** Every resolved incident where it was created, and the line through them. */
export function RecoveryFigure({
  table,
  range,
  deployment,
  ...of
}: CommonProps & Readonly<{ table: RecoveryTable }>) {
  const { line } = table.recovery
  const largest = Math.max(0, ...table.points.map(({ recoveryMinutes }) => recoveryMinutes))
  return (
    <TrendFigure
      {...of}
      title="Time to recovery"
      heading={
        <Link className="link" {...indicatorPaths.recoveryTrend({ deployment, range: rangeOf(range) })}>
          Time to recovery
        </Link>
      }
      words={recoveryWords(table, range)}
      absentReason={NO_MEAN}
      fileName="time-to-recovery-by-period"
      valueHeader="On average"
      moreHeader="Downtime"
      rows={table.byPeriod.map(({ period, meanRecoveryMinutes, downtimeMinutes }) => ({
        id: period.id,
        name: period.name,
        value: meanRecoveryMinutes === null ? null : formatDuration(meanRecoveryMinutes / 60),
        reason: NO_MEAN,
        more: formatDuration(downtimeMinutes / 60),
      }))}
      dataUpTo={table.dataUpTo}
    >
      {(ids) => (
        <SmallPlot
          {...ids}
          periods={range.shown}
          axis={minutesAxis(largest)}
          tickLabel={(minutes) => formatDuration(minutes / 60)}
        >
          {({ x, y }) => (
            <>
              {table.points.map(({ id, createdAt, recoveryMinutes }) => (
                <circle
                  key={id}
                  className={styles['dot']}
                  cx={x(Date.parse(createdAt))}
                  cy={y(recoveryMinutes)}
                  r="2"
                />
              ))}
              {line !== null && (
                <line
                  className={styles['trend']}
                  x1={x(Date.parse(line.fromAt))}
                  x2={x(Date.parse(line.toAt))}
                  y1={y(Math.max(0, line.startMinutes))}
                  y2={y(Math.max(0, line.endMinutes))}
                />
              )}
            </>
          )}
        </SmallPlot>
      )}
    </TrendFigure>
  )
}

/** The open period is still filling up: its count would read as a drop, so the line ends before it. */
export function TicketFigure({
  table,
  range,
  deployment,
  ...of
}: CommonProps & Readonly<{ table: TicketTrendTable }>) {
  const counts = table.periods.map((period, at) => ({ period, count: table.totals.counts[at] ?? 0 }))
  const closed = counts.filter(({ period }) => !period.isOpen)
  const last = closed.at(-1)
  return (
    <TrendFigure
      {...of}
      title="Reliability tickets"
      heading={
        <Link className="link" {...indicatorPaths.supportTickets({ deployment, range: rangeOf(range) })}>
          Reliability tickets
        </Link>
      }
      words={ticketWords(table, range)}
      absentReason="The period holds no data"
      fileName="reliability-tickets-by-period"
      valueHeader="Tickets"
      moreHeader="State"
      rows={counts.map(({ period, count }) => ({
        id: period.id,
        name: period.name,
        value: formatCount(count),
        reason: '',
        more: period.isOpen ? 'open' : 'closed',
      }))}
      dataUpTo={table.dataUpTo}
    >
      {(ids) => (
        <SmallPlot
          {...ids}
          periods={range.shown}
          axis={countAxis(Math.max(0, ...closed.map(({ count }) => count)))}
          tickLabel={formatCount}
        >
          {({ x, y }) => (
            <>
              <polyline
                className={styles['line']}
                points={closed.map(({ period, count }) => `${x(middleOf(period))},${y(count)}`).join(' ')}
              />
              {closed.map(({ period, count }) => (
                <circle
                  key={period.id}
                  className={styles['now']}
                  cx={x(middleOf(period))}
                  cy={y(count)}
                  r={period === last?.period ? 3.2 : 2.2}
                />
              ))}
            </>
          )}
        </SmallPlot>
      )}
    </TrendFigure>
  )
}

export function rangeOf({ from, to }: HomeRange) {
  return { from, to }
}
