import { useId, useMemo, useState, type KeyboardEvent, type PointerEvent } from 'react'

import { formatTime } from '../ui/time-format.ts'
import { useMeasuredWidth } from '../ui/use-measured-width.ts'
import { BrushBand } from './brush-band.tsx'
import { spanOf, type Brush } from './brush.ts'
import { BurnDownDrawing } from './burn-down-drawing.tsx'
import { BURN_DOWN_PLACE } from './burn-down-place.ts'
import type { BurnDownModel } from './burn-down-model.ts'
import styles from './burn-down-plot.module.css'
import { msOfHour } from './instant.ts'
import { plotGeometry, type ChartSize } from './plot-geometry.ts'
import { PointCursor } from './point-cursor.tsx'
import { nearestSlot, noPoint, walkByKey } from './point-walk.ts'
import { announcePoint, pointWords } from './point-words.ts'
import { useBrush } from './use-brush.ts'
import type { ZoneClock } from './zone-clock.ts'

type HourSpan = Readonly<{ fromHour: number; toHour: number }>

type BurnDownPlotProps = Readonly<{
  /** What is shown and how to walk it: ids of the figure's title and summary. */
  labelledBy: string
  describedBy: string
  model: BurnDownModel
  size: ChartSize
  clock: ZoneClock
  timeZone: string
  /** Gets the span that was chosen; left out where the window is not the reader's to choose. */
  onZoom?: ((span: HourSpan) => void) | undefined
}>

/** A line needs two points. */
const LEAST_HOURS = 2

/** Narrower there is no chart to speak of; it also stands for the width before the first measurement. */
const MIN_WIDTH_PX = 240

export function BurnDownPlot({
  labelledBy,
  describedBy,
  model,
  size,
  clock,
  timeZone,
  onZoom,
}: BurnDownPlotProps) {
  const hintId = useId()
  const [measure, measured] = useMeasuredWidth(size === 'full' ? BURN_DOWN_PLACE : undefined)
  const [walk, setWalk] = useState(noPoint)
  const width = Math.max(measured, MIN_WIDTH_PX)
  // The drawing is memoized by identity, and this is part of what it is drawn from.
  const geometry = useMemo(() => plotGeometry(model, width, size), [model, width, size])
  const point = walk.index === null ? undefined : model.points[walk.index]
  const words = point && pointWords(model, point, timeZone)

  // Before the first key it stands at the newest point, where Left begins.
  const readIndex = walk.index ?? model.points.length - 1
  const readPoint = model.points[readIndex]

  const brushing = useBrush({
    placeAt: (x) => nearestSlot(model.points, geometry.hourAt(x)),
    onChoose:
      onZoom &&
      ((brush) => {
        const { fromHour, toHour } = hoursOf(model, brush)
        if (toHour - fromHour >= LEAST_HOURS) onZoom({ fromHour, toHour })
      }),
  })
  const chosen = brushing.brush && hoursOf(model, brushing.brush)

  function handleKey(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (brushing.takeKey(event.key, readIndex)) {
      event.preventDefault()
      return setWalk((current) => ({ ...current, index: readIndex }))
    }
    const moved = walkByKey(walk, event, model.points)
    if (moved === null) return
    event.preventDefault()
    setWalk(moved)
    brushing.pullTo(moved.index)
  }

  function handlePointer(event: PointerEvent<HTMLDivElement>) {
    if (walk.isPinned) return
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left
    const isInside = x >= geometry.left && x <= geometry.right
    setWalk({ ...noPoint, index: isInside ? nearestSlot(model.points, geometry.hourAt(x)) : null })
  }

  function handleUp() {
    if (!brushing.isDragged()) {
      setWalk((current) => ({ ...current, isPinned: current.index !== null && !current.isPinned }))
    }
    brushing.pointer.onPointerUp()
  }

  const handleLeave = () => setWalk((current) => (current.isPinned ? current : noPoint))

  function handleBlur() {
    brushing.letGo()
    handleLeave()
  }

  return (
    <div ref={measure} className={styles['frame']} style={{ minHeight: geometry.height }}>
      <div
        className={styles['plot']}
        // Arrow keys move along the time axis, and what a slider stands at is read out whenever it moves.
        role="slider"
        aria-roledescription="chart"
        aria-valuemin={0}
        aria-valuemax={model.points.length - 1}
        aria-valuenow={readIndex}
        aria-valuetext={
          chosen
            ? `Zoom to ${spanWords(chosen, timeZone)}`
            : readPoint && announcePoint(pointWords(model, readPoint, timeZone), walk.isPinned)
        }
        aria-labelledby={labelledBy}
        aria-describedby={`${describedBy} ${hintId}`}
        tabIndex={0}
        onKeyDown={handleKey}
        onBlur={handleBlur}
        onPointerDown={brushing.pointer.onPointerDown}
        onPointerMove={(event) => {
          handlePointer(event)
          brushing.pointer.onPointerMove(event)
        }}
        onPointerLeave={handleLeave}
        onPointerUp={handleUp}
        onPointerCancel={brushing.pointer.onPointerCancel}
      >
        {measured > 0 && (
          <div aria-hidden="true">
            <BurnDownDrawing model={model} geometry={geometry} clock={clock} timeZone={timeZone} />
          </div>
        )}
        {chosen && (
          <BrushBand
            left={geometry.x(Math.max(chosen.fromHour, model.fromHour))}
            right={geometry.x(Math.min(chosen.toHour, model.toHour))}
            top={geometry.top}
            height={geometry.marksBottom - geometry.top}
            words={spanWords(chosen, timeZone)}
          />
        )}
        {point && words && !chosen && (
          <PointCursor
            model={model}
            geometry={geometry}
            point={point}
            words={words}
            isPinned={walk.isPinned}
          />
        )}
      </div>
      <p id={hintId} hidden>
        Left and Right read it point by point, with Shift by day. Home and End go to its ends, Enter pins a
        point, Escape lets go.
        {onZoom && ' Z begins a span at the point, Enter zooms to it; so does dragging over the chart.'}
      </p>
    </div>
  )
}

function hoursOf({ points }: BurnDownModel, brush: Brush): HourSpan {
  const { first, last } = spanOf(brush)
  return { fromHour: points[first]?.fromHour ?? 0, toHour: points[last]?.toHour ?? 0 }
}

function spanWords({ fromHour, toHour }: HourSpan, timeZone: string): string {
  const at = (hour: number) => formatTime(msOfHour(hour), 'date-time', timeZone)
  return `${at(fromHour)} to ${at(toHour)}`
}
