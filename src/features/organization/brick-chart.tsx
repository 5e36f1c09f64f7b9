import type { KeptBudgets } from '../../contract/kept-budgets.ts'
import { NARROW_SPACE } from '../../ui/figure.tsx'
import { formatDays } from '../../ui/time-format.ts'
import { useMeasuredWidth } from '../../ui/use-measured-width.ts'
import styles from './brick-chart.module.css'
import { bricks, type Brick } from './brick-geometry.ts'
import { HALF, NINE_IN_TEN } from './headline.ts'
import { sharePercent } from './share-percent.ts'

type KeptPeriod = KeptBudgets['items'][number]

type BrickChartProps = Readonly<{ items: readonly KeptPeriod[]; titleId: string; summaryId: string }>

const HEIGHT = 256
const TOP = 26
const BOTTOM = 216
const LEFT = 40
const GAP_SHARE = 0.2
/** Below it the signs of neighbouring figures touch; the marks at the side still say that they are percent. */
const ROOM_FOR_SIGN_PX = 36

/** A brick is one service in one period. Kept ones stand below, so that the edge reads as the share. */
export function BrickChart({ items, titleId, summaryId }: BrickChartProps) {
  const [ref, width] = useMeasuredWidth()
  const slot = (width - LEFT) / Math.max(1, items.length)
  const most = Math.max(...items.map(({ counted }) => counted), 0)
  return (
    <div ref={ref} className={styles['chart']}>
      {width > 0 && (
        <svg width={width} height={HEIGHT} role="img" aria-labelledby={titleId} aria-describedby={summaryId}>
          <text className={`${styles['axis']} ${styles['end']}`} x={LEFT - 6} y={TOP + 8}>
            {most}
          </text>
          <text className={`${styles['axis']} ${styles['end']}`} x={LEFT - 6} y={BOTTOM}>
            0
          </text>
          {items.map((item, index) => (
            <Column key={item.period.id} item={item} x={LEFT + slot * index} slot={slot} />
          ))}
          <Mark share={HALF} width={width} />
          <Mark share={NINE_IN_TEN} width={width} />
        </svg>
      )}
      <p className={styles['legend']} aria-hidden="true">
        <span>
          <Swatch kind="kept" /> kept every budget
        </span>
        <span>
          <Swatch kind="broke" /> broke at least one
        </span>
        <span>
          <Swatch kind="open" /> open period, not yet exhausted
        </span>
      </p>
    </div>
  )
}

function Mark({ share, width }: Readonly<{ share: number; width: number }>) {
  const y = BOTTOM - share * (BOTTOM - TOP)
  return (
    <>
      <line className={styles['mark']} x1={LEFT - 2} x2={width} y1={y} y2={y} />
      <text className={`${styles['strong']} ${styles['end']}`} x={LEFT - 6} y={y + 4}>
        {share * 100}
        {NARROW_SPACE}%
      </text>
    </>
  )
}

function Column({ item, x, slot }: Readonly<{ item: KeptPeriod; x: number; slot: number }>) {
  const { period, kept, counted, share } = item
  const width = slot * (1 - GAP_SHARE)
  const middle = x + slot / 2
  const left = x + (slot - width) / 2
  return (
    <g>
      <text className={`${styles['strong']} ${styles['middle']}`} x={middle} y={TOP - 8}>
        {period.isOpen ? 'open' : share === null ? '–' : sharePercent(share)}
        {!period.isOpen && share !== null && slot >= ROOM_FOR_SIGN_PX && `${NARROW_SPACE}%`}
      </text>
      {bricks(kept, counted, TOP, BOTTOM).map((brick) => (
        <BrickMark key={brick.place} brick={brick} isOpen={period.isOpen} x={left} width={width} />
      ))}
      <text className={`${styles['axis']} ${styles['middle']}`} x={middle} y={BOTTOM + 16}>
        {period.name}
      </text>
      {slot > 44 && (
        <text className={`${styles['axis']} ${styles['middle']}`} x={middle} y={BOTTOM + 30}>
          {formatDays(Date.parse(period.start), Date.parse(period.start) + 1, 'UTC')}
        </text>
      )}
    </g>
  )
}

type BrickMarkProps = Readonly<{ brick: Brick; isOpen: boolean; x: number; width: number }>

function BrickMark({ brick: { y, height, isKept }, isOpen, x, width }: BrickMarkProps) {
  if (isKept) {
    return (
      <rect className={isOpen ? styles['open'] : styles['kept']} x={x} y={y} width={width} height={height} />
    )
  }
  const centerX = x + width / 2
  const centerY = y + height / 2
  return (
    <>
      <rect className={styles['broke']} x={x} y={y} width={width} height={height} />
      {height > 4 && (
        <path
          className={styles['cross']}
          d={`M${centerX - 2} ${centerY - 2}l4 4M${centerX + 2} ${centerY - 2}l-4 4`}
        />
      )}
    </>
  )
}

function Swatch({ kind }: Readonly<{ kind: 'kept' | 'broke' | 'open' }>) {
  return (
    <svg width="18" height="10">
      <rect className={styles[kind]} x="1" y="1" width="16" height="8" />
      {kind === 'broke' && <path className={styles['cross']} d="M7 3l4 4M11 3l-4 4" />}
    </svg>
  )
}
