import { memo, useId } from 'react'
import {
  CartesianGrid,
  DefaultZIndexes,
  Line,
  LineChart,
  XAxis,
  YAxis,
  ZIndexLayer,
  type XAxisTickContentProps,
  type YAxisTickContentProps,
} from 'recharts'

import { formatRemaining } from '../domain/format.ts'
import { NARROW_SPACE } from '../ui/figure.tsx'
import styles from './burn-down.module.css'
import type { BurnDownModel } from './burn-down-model.ts'
import { EventLanes } from './event-lanes.tsx'
import { HeatStrip } from './heat-strip.tsx'
import { linesAtWidth } from './lines-at-width.ts'
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

const AXIS_PX = 22
/** From the middle of a line of text, and from its top, to its baseline. */
const TICK_DROP_PX = 4
const X_TICK_DROP_PX = 9

/**
 * The picture alone: what it says is said in words, in the table and point by point beside it.
 * Memoized because the pointer moves over it at every frame and a year of hours is not redrawn in one.
 */
export const BurnDownDrawing = memo(function BurnDownDrawing({
  model,
  geometry,
  clock,
  timeZone,
}: BurnDownDrawingProps) {
  const id = useId()
  const { axis } = model
  const { width, height, left, right, top, bottom, marksBottom, size } = geometry
  const ticks = timeTicks({ ...model, plotWidth: right - left, clock, timeZone })
  const yLabels = new Map(axis.ticks.map(({ place, remaining }) => [place, remaining]))

  return (
    <LineChart
      className={styles['drawing'] ?? ''}
      width={width}
      height={height}
      data={linesAtWidth(model, geometry)}
      margin={{ top, right: width - right, bottom: height - bottom - AXIS_PX, left: 0 }}
      accessibilityLayer={false}
    >
      <CartesianGrid vertical={false} verticalCoordinatesGenerator={noLines} />
      <YAxis
        type="number"
        width={left}
        domain={[axis.floor, 1]}
        ticks={axis.ticks.map(({ place }) => place)}
        tick={({ x, y, payload }: YAxisTickContentProps) => (
          <text className={styles['yTick']} x={x} y={y} dy={TICK_DROP_PX}>
            {formatRemaining(yLabels.get(Number(payload.value)) ?? Number(payload.value))}
            {NARROW_SPACE}%
          </text>
        )}
        interval={0}
        axisLine={false}
        tickLine={false}
        allowDataOverflow
      />
      <XAxis
        type="number"
        dataKey="hour"
        domain={[model.fromHour, model.toHour]}
        height={AXIS_PX}
        ticks={ticks.map(({ hour }) => hour)}
        tick={({ x, y, payload }: XAxisTickContentProps) => (
          <text className={styles['xTick']} x={x} y={y} dy={X_TICK_DROP_PX}>
            {ticks.find(({ hour }) => hour === payload.value)?.label}
          </text>
        )}
        tickMargin={marksBottom - bottom + 6}
        interval={0}
        axisLine={false}
        tickLine={false}
        allowDataOverflow
      />
      <PlotBands id={id} model={model} geometry={geometry} />
      {size !== 'small' && <EventLanes model={model} geometry={geometry} />}
      {size === 'full' && <HeatStrip id={id} model={model} geometry={geometry} />}
      <PlotRules model={model} geometry={geometry} />
      {model.lines.bridged.length > 0 && (
        <Line dataKey="bridged" className={styles['bridged'] ?? ''} {...plainLine} />
      )}
      {model.lines.kept.length > 0 && <Line dataKey="kept" className={styles['kept'] ?? ''} {...plainLine} />}
      {model.lines.overspent.length > 0 && (
        <Line dataKey="overspent" className={styles['overspent'] ?? ''} {...plainLine} />
      )}
      <ZIndexLayer zIndex={DefaultZIndexes.scatter}>
        {size !== 'beside' && <PeriodHeads model={model} geometry={geometry} timeZone={timeZone} />}
        <PlotLabels model={model} geometry={geometry} timeZone={timeZone} />
      </ZIndexLayer>
    </LineChart>
  )
})

// Without it Recharts measures the text of every tick, to place lines that are never drawn: a third of the first render.
const noLines = () => []

const plainLine = {
  dot: false,
  activeDot: false,
  isAnimationActive: false,
  type: 'linear',
  connectNulls: false,
} as const
