import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { beforeSreQueries } from '../../api/before-sre-queries.ts'
import { countAxis } from '../../charts/value-axis.ts'
import type { RecoveryTable } from '../../contract/recovery-trend.ts'
import { formatCount } from '../../domain/format.ts'
import { indicatorPaths } from '../../url/indicator-paths.ts'
import { middleOf, SmallPlot } from './small-plot.tsx'
import styles from './small-plot.module.css'
import { TrendFigure } from './trend-figure.tsx'
import { outageWords } from './trend-words.ts'
import { rangeOf, type CommonProps } from './trends.tsx'

const MOST_STEP = 6

type OutageFigureProps = CommonProps &
  Readonly<{
    table: RecoveryTable
    /** As the address has it; null for what people entered. */
    typed: number | null
  }>

/** A dot for each incident that support, a stakeholder or a customer saw first; the goal where its base is known. */
export function OutageFigure({ table, typed, range, deployment, ...of }: OutageFigureProps) {
  const entered = useQuery(beforeSreQueries.current()).data?.current?.perPeriod ?? null
  const before = typed ?? entered
  const periods = table.byPeriod.filter(({ period }) => !period.isOpen)
  const axis = countAxis(Math.max(before ?? 0, ...periods.map((one) => one.seenOutsideFirstCount)))
  return (
    <TrendFigure
      {...of}
      title="Outages not detected internally"
      heading={
        <Link
          className="link"
          {...indicatorPaths.recoveryTrend({ deployment, range: rangeOf(range), measure: 'detection' })}
        >
          Outages not detected internally
        </Link>
      }
      words={outageWords(table.byPeriod, range, before)}
      absentReason="Of no incident of the period is known who saw it first"
      fileName="outages-not-detected-internally"
      valueHeader="Seen first outside"
      moreHeader="Of incidents known"
      rows={table.byPeriod.map(({ period, seenOutsideFirstCount, detectorKnownCount }) => ({
        id: period.id,
        name: period.name,
        value: detectorKnownCount === 0 ? null : formatCount(seenOutsideFirstCount),
        reason: 'Of no incident of the period is known who saw it first',
        more: formatCount(detectorKnownCount),
      }))}
      dataUpTo={table.dataUpTo}
    >
      {(ids) => (
        <SmallPlot {...ids} periods={range.shown} axis={axis} tickLabel={formatCount} hasNames>
          {({ x, y, right }) => (
            <>
              {before !== null && <Goal before={before} y={y} right={right} />}
              {periods.flatMap(({ period, seenOutsideFirstCount }) =>
                dotsOf(seenOutsideFirstCount).map((at) => {
                  const step = Math.min(MOST_STEP, y(0) - y(1))
                  return (
                    <circle
                      key={`${period.id} ${at}`}
                      className={period.id === range.asOf?.id ? styles['now'] : styles['dot']}
                      cx={x(middleOf(period))}
                      cy={y(at + 1) + step / 2}
                      r={Math.max(1, step / 2 - 0.4)}
                    />
                  )
                }),
              )}
            </>
          )}
        </SmallPlot>
      )}
    </TrendFigure>
  )
}

function Goal({
  before,
  y,
  right,
}: Readonly<{ before: number; y: (value: number) => number; right: number }>) {
  return (
    <>
      <line className={styles['before']} x1="6" x2={right} y1={y(before)} y2={y(before)} />
      <line className={styles['mark']} x1="6" x2={right} y1={y(before / 2)} y2={y(before / 2)} />
      <text className={styles['strong']} x={right + 26} y={y(before / 2) + 4}>
        half of it
      </text>
    </>
  )
}

function dotsOf(count: number): readonly number[] {
  return Array.from({ length: count }, (_, at) => at)
}
