import { NOT_IN_IMAGE } from './not-in-image.ts'
import styles from './point-cursor.module.css'
import type { BurnDownModel } from './burn-down-model.ts'
import type { BurnDownPoint } from './burn-down-points.ts'
import type { PlotGeometry } from './plot-geometry.ts'
import type { PointWords } from './point-words.ts'

type PointCursorProps = Readonly<{
  model: BurnDownModel
  geometry: PlotGeometry
  point: BurnDownPoint
  words: PointWords
  isPinned: boolean
}>

const TOOLTIP_PX = 220
const AIR_PX = 10

/** The point that is read: a hairline, a dot on the line, and its figures. Drawn over the chart, so that moving it redraws nothing else. */
export function PointCursor({ model, geometry, point, words, isPinned }: PointCursorProps) {
  const x = geometry.x(Math.min(point.toHour, model.toHour))
  const width = Math.min(TOOLTIP_PX, geometry.width)
  const isLeft = x + AIR_PX + width > geometry.width
  const left = isLeft ? Math.max(0, x - AIR_PX - width) : x + AIR_PX
  return (
    <div {...{ [NOT_IN_IMAGE]: '' }}>
      <svg className={styles['cursor']} width={geometry.width} height={geometry.height} aria-hidden="true">
        <line x1={x} x2={x} y1={geometry.top} y2={geometry.marksBottom} />
        {point.remaining !== null && (
          <circle
            className={point.remaining < 0 ? styles['overspent'] : undefined}
            cx={x}
            cy={geometry.y(point.remaining)}
            r="3.5"
          />
        )}
      </svg>
      <div
        className={isPinned ? `${styles['tooltip']} ${styles['pinned']}` : styles['tooltip']}
        style={{ left, top: geometry.top + AIR_PX, width }}
        aria-hidden="true"
        data-tooltip=""
      >
        <p className={styles['time']}>{words.time}</p>
        <p className={styles['value']}>
          <b>{words.remaining}</b>
          {point.remaining !== null && ' left'}
          {words.change !== null && <span className="muted"> {words.change}</span>}
        </p>
        <p>
          {words.count}
          {words.burnRate !== null && `, burn rate ${words.burnRate}`}
        </p>
        {words.events.map((event) => (
          <p key={event} className={styles['event']}>
            {event}
          </p>
        ))}
        {isPinned && <p className="muted">Pinned. Escape releases.</p>}
      </div>
    </div>
  )
}
