import type { ReactNode } from 'react'

import type { ValueAxis } from '../../charts/value-axis.ts'
import type { PeriodOnWire } from '../../contract/catalog.ts'
import { useMeasuredWidth } from '../../ui/use-measured-width.ts'
import styles from './small-plot.module.css'

type SmallScale = Readonly<{
  x: (atMs: number) => number
  y: (value: number) => number
  /** Where labels at the end of a line may begin. */
  right: number
}>

type SmallPlotProps = Readonly<{
  titleId: string
  summaryId: string
  periods: readonly PeriodOnWire[]
  axis: ValueAxis
  tickLabel: (value: number) => string
  /** Only the last of several below each other names the periods. */
  hasNames?: boolean
  children: (scale: SmallScale) => ReactNode
}>

const TOP = 7
const PLOT = 50
const NAMES = 16
const LEFT = 6
const RIGHT = 84

/** A trend as small as it can be read, over the same periods as those below and above it. */
export function SmallPlot({
  titleId,
  summaryId,
  periods,
  axis,
  tickLabel,
  hasNames = false,
  children,
}: SmallPlotProps) {
  const [ref, width] = useMeasuredWidth()
  const fromMs = Date.parse(periods[0]?.start ?? '')
  const toMs = Date.parse(periods.at(-1)?.end ?? '')
  const right = width - RIGHT
  const bottom = TOP + PLOT
  const x = (atMs: number) => LEFT + ((atMs - fromMs) / (toMs - fromMs)) * (right - LEFT)
  const y = (value: number) => bottom - (value / axis.most) * PLOT
  const height = bottom + (hasNames ? NAMES : 4)
  return (
    <div ref={ref} className={styles['plot']}>
      {width > 0 && periods.length > 0 && (
        <svg
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-labelledby={titleId}
          aria-describedby={summaryId}
        >
          {marksOf(axis).map((value) => (
            <g key={value}>
              <line className={styles['grid']} x1={LEFT} x2={right} y1={y(value)} y2={y(value)} />
              <text className={styles['axis']} x={right + 6} y={y(value) + 4}>
                {tickLabel(value)}
              </text>
            </g>
          ))}
          <line className={styles['base']} x1={LEFT} x2={right} y1={bottom} y2={bottom} />
          {periods.map(({ id, name, start, end }) => (
            <g key={id}>
              <line
                className={styles['base']}
                x1={x(Date.parse(start))}
                x2={x(Date.parse(start))}
                y1={bottom}
                y2={bottom + 3}
              />
              {hasNames && (right - LEFT) / periods.length >= 28 && (
                <text
                  className={styles['name']}
                  x={(x(Date.parse(start)) + x(Date.parse(end))) / 2}
                  y={bottom + 14}
                >
                  {name}
                </text>
              )}
            </g>
          ))}
          {children({ x, y, right })}
        </svg>
      )}
    </div>
  )
}

/** The top, and about the middle; not the middle itself, which need not be whole. */
function marksOf({ most, ticks }: ValueAxis): readonly number[] {
  return [...new Set([ticks[Math.floor(ticks.length / 2)] ?? most, most])]
}

export function middleOf({ start, end }: PeriodOnWire): number {
  return (Date.parse(start) + Date.parse(end)) / 2
}
