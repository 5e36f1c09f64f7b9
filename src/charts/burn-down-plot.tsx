import { useId, useMemo, useState, type KeyboardEvent, type PointerEvent } from 'react'

import { useMeasuredWidth } from '../ui/use-measured-width.ts'
import { BurnDownDrawing } from './burn-down-drawing.tsx'
import type { BurnDownModel } from './burn-down-model.ts'
import styles from './burn-down-plot.module.css'
import { plotGeometry, type ChartSize } from './plot-geometry.ts'
import { PointCursor } from './point-cursor.tsx'
import { nearestSlot, noPoint, walkByKey } from './point-walk.ts'
import { announcePoint, pointWords } from './point-words.ts'
import type { ZoneClock } from './zone-clock.ts'

type BurnDownPlotProps = Readonly<{
  /** What is shown and how to walk it: ids of the figure's title and summary. */
  labelledBy: string
  describedBy: string
  model: BurnDownModel
  size: ChartSize
  clock: ZoneClock
  timeZone: string
}>

/** Narrower there is no chart to speak of; it also stands for the width before the first measurement. */
const MIN_WIDTH_PX = 240

export function BurnDownPlot({ labelledBy, describedBy, model, size, clock, timeZone }: BurnDownPlotProps) {
  const hintId = useId()
  const [measure, measured] = useMeasuredWidth()
  const [walk, setWalk] = useState(noPoint)
  const width = Math.max(measured, MIN_WIDTH_PX)
  // The drawing is memoized by identity, and this is part of what it is drawn from.
  const geometry = useMemo(() => plotGeometry(model, width, size), [model, width, size])
  const point = walk.index === null ? undefined : model.points[walk.index]
  const words = point && pointWords(model, point, timeZone)

  // Before the first key it stands at the newest point, where Left begins.
  const readIndex = walk.index ?? model.points.length - 1
  const readPoint = model.points[readIndex]

  function handleKey(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const moved = walkByKey(walk, event, model.points)
    if (moved === null) return
    event.preventDefault()
    setWalk(moved)
  }

  function handlePointer(event: PointerEvent<HTMLDivElement>) {
    if (walk.isPinned) return
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left
    const isInside = x >= geometry.left && x <= geometry.right
    setWalk({ ...noPoint, index: isInside ? nearestSlot(model.points, geometry.hourAt(x)) : null })
  }

  const handleLeave = () => setWalk((current) => (current.isPinned ? current : noPoint))

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
        aria-valuetext={readPoint && announcePoint(pointWords(model, readPoint, timeZone), walk.isPinned)}
        aria-labelledby={labelledBy}
        aria-describedby={`${describedBy} ${hintId}`}
        tabIndex={0}
        onKeyDown={handleKey}
        onBlur={handleLeave}
        onPointerMove={handlePointer}
        onPointerLeave={handleLeave}
        onPointerUp={() =>
          setWalk((current) => ({ ...current, isPinned: current.index !== null && !current.isPinned }))
        }
      >
        {measured > 0 && (
          <div aria-hidden="true">
            <BurnDownDrawing model={model} geometry={geometry} clock={clock} timeZone={timeZone} />
          </div>
        )}
        {point && words && (
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
      </p>
    </div>
  )
}
