import { memo, useId } from 'react'
import { Curve, Surface } from 'recharts'

import { formatRemaining } from '../domain/format.ts'
import { NARROW_SPACE } from '../ui/figure.tsx'
import styles from './burn-down.module.css'
import type { BurnDownModel } from './burn-down-model.ts'
import { EventLanes } from './event-lanes.tsx'
import { HeatStrip } from './heat-strip.tsx'
import { linesAtWidth, type LinePoint } from './lines-at-width.ts'
import { PeriodHeads } from './period-heads.tsx'
import { PlotBands } from './plot-bands.tsx'
import type { PlotGeometry } from './plot-geometry.ts'
import { PlotLabels } from './plot-labels.tsx'
import { PlotRules } from './plot-rules.tsx'
import { timeTicks } from './time-axis.ts'
import type { ZoneClock } from './zone-clock.ts'

type BurnDownDrawingProps = Readonly<{
  model: BurnDownModel
  geometry: PlotGeometry
  clock: ZoneClock
  timeZone: string
}>

/** From the axis to the end of a figure beside it, and to the top of a word below it. */
const Y_TICK_GAP_PX = 8
const X_TICK_GAP_PX = 12
/** From the middle of a line of text, and from its top, to its baseline. */
const TICK_DROP_PX = 4
const X_TICK_DROP_PX = 9

/**
 * The picture alone: what it says is said in words, in the table and point by point beside it. Everything is placed by one
 * geometry, so of the chart library only its surface and its curves are needed: a chart of its own measures, registers and
 * draws in five goes what is known before the first.
 * Memoized because the pointer moves over it at every frame and a year of hours is not redrawn in one.
 */
export const BurnDownDrawing = memo(function BurnDownDrawing({
  model,
  geometry,
  clock,
  timeZone,
}: BurnDownDrawingProps) {
  const id = useId()
  const { width, height, size } = geometry
  return (
    <div className={styles['drawing']}>
      <Surface width={width} height={height}>
        <Grid model={model} geometry={geometry} />
        <PlotBands id={id} model={model} geometry={geometry} />
        {size !== 'small' && <EventLanes model={model} geometry={geometry} />}
        {size === 'full' && <HeatStrip id={id} model={model} geometry={geometry} />}
        <PlotRules model={model} geometry={geometry} />
        <Lines id={id} model={model} geometry={geometry} />
        {size !== 'beside' && <PeriodHeads model={model} geometry={geometry} timeZone={timeZone} />}
        <PlotLabels model={model} geometry={geometry} timeZone={timeZone} />
        <BudgetTicks model={model} geometry={geometry} />
        <TimeTicks model={model} geometry={geometry} clock={clock} timeZone={timeZone} />
      </Surface>
    </div>
  )
})

type PartProps = Pick<BurnDownDrawingProps, 'model' | 'geometry'>

/** A line at every figure of the axis, and where the plot begins and ends. */
function Grid({ model: { axis }, geometry: { y, left, right, top, bottom } }: PartProps) {
  const heights = new Set([top, ...axis.ticks.map(({ remaining }) => y(remaining)), bottom])
  return [...heights].map((at) => (
    <line key={at} className={styles['grid']} x1={left} x2={right} y1={at} y2={at} />
  ))
}

function Lines({ id, model, geometry }: PartProps & Readonly<{ id: string }>) {
  const { left, right, top, bottom } = geometry
  const { bridged, kept, overspent } = linesAtWidth(model, geometry)
  return (
    <g clipPath={`url(#${id}plot)`}>
      <defs>
        <clipPath id={`${id}plot`}>
          <rect x={left} y={top} width={right - left} height={bottom - top} />
        </clipPath>
      </defs>
      <DrawnLine look="bridged" points={bridged} />
      <DrawnLine look="kept" points={kept} />
      <DrawnLine look="overspent" points={overspent} />
    </g>
  )
}

function DrawnLine({ look, points }: Readonly<{ look: string; points: readonly LinePoint[] }>) {
  return points.length > 0 && <Curve className={`${styles['line']} ${styles[look]}`} points={points} />
}

function BudgetTicks({ model: { axis }, geometry: { y, left } }: PartProps) {
  return axis.ticks.map(({ place, remaining }) => (
    <text key={place} className={styles['yTick']} x={left - Y_TICK_GAP_PX} y={y(remaining)} dy={TICK_DROP_PX}>
      {formatRemaining(remaining)}
      {NARROW_SPACE}%
    </text>
  ))
}

function TimeTicks({ model, geometry, clock, timeZone }: BurnDownDrawingProps) {
  const { x, left, right, marksBottom } = geometry
  const ticks = timeTicks({ ...model, plotWidth: right - left, clock, timeZone })
  return ticks.map(({ hour, label }) => (
    <text
      key={hour}
      className={styles['xTick']}
      x={x(hour)}
      y={marksBottom + X_TICK_GAP_PX}
      dy={X_TICK_DROP_PX}
    >
      {label}
    </text>
  ))
}
