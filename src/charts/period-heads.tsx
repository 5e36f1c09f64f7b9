import { formatRemaining } from '../domain/format.ts'
import { NARROW_SPACE } from '../ui/figure.tsx'
import { StateGlyph } from '../ui/state-glyph.tsx'
import { stateWords } from '../ui/state-words.ts'
import { formatDays } from '../ui/time-format.ts'
import styles from './burn-down.module.css'
import type { BurnDownModel, PeriodHead } from './burn-down-model.ts'
import { labelWidth } from './place-labels.ts'
import type { PlotGeometry } from './plot-geometry.ts'

type PeriodHeadsProps = Readonly<{ model: BurnDownModel; geometry: PlotGeometry; timeZone: string }>

const NAME_Y = 16
const VERDICT_Y = 32
const INSET_PX = 7
/** A year on a phone has periods of two dozen pixels. */
const NARROW_PX = 40
const NARROW_INSET_PX = 3
const GLYPH_PX = 15

/** Name, dates and verdict at the head of each period; what has no room is left out, never shrunk. */
export function PeriodHeads({ model, geometry, timeZone }: PeriodHeadsProps) {
  return model.heads.map((head) => {
    const start = geometry.x(head.fromHour)
    const width = geometry.x(head.toHour) - start
    const inset = width < NARROW_PX ? NARROW_INSET_PX : INSET_PX
    const left = start + inset
    const room = width - inset - 1
    const { name } = head.budget.period
    const nameWidth = labelWidth(name) + 8
    const dates = formatDays(
      Date.parse(head.budget.period.start),
      Date.parse(head.budget.period.end),
      timeZone,
    )
    if (room < labelWidth(name)) return null
    return (
      <g key={head.budget.period.id}>
        <text className={styles['periodName']} x={left} y={NAME_Y}>
          {name}
        </text>
        {room >= nameWidth + labelWidth(dates) + INSET_PX && (
          <text x={left + nameWidth} y={NAME_Y}>
            {dates}
          </text>
        )}
        {model.isGranted && <Verdict head={head} left={left} room={room} isRaw={model.figures === 'raw'} />}
      </g>
    )
  })
}

type VerdictProps = Readonly<{ head: PeriodHead; left: number; room: number; isRaw: boolean }>

function Verdict({ head, left, room, isRaw }: VerdictProps) {
  const { state, period } = head.budget
  const texts = verdictTexts(head, isRaw)
  const text = texts.find((one) => GLYPH_PX + labelWidth(one) <= room) ?? ''
  const textWidth = labelWidth(text)
  return (
    <g className={isRaw ? styles['rawVerdict'] : styles[`verdict-${state}`]}>
      {!isRaw && (
        <svg x={left} y={VERDICT_Y - 10} width="12" height="12">
          <StateGlyph state={state} />
        </svg>
      )}
      <text x={isRaw ? left : left + GLYPH_PX} y={VERDICT_Y}>
        {text}
      </text>
      {period.isOpen && GLYPH_PX + textWidth + GLYPH_PX <= room && (
        <svg x={left + GLYPH_PX + textWidth + 4} y={VERDICT_Y - 10} width="12" height="12">
          <StateGlyph state="open" />
        </svg>
      )}
    </g>
  )
}

/** From the fullest to the shortest. */
function verdictTexts({ budget, remaining }: PeriodHead, isRaw: boolean): readonly string[] {
  const word = stateWords[budget.state]
  if (remaining === null) return [word]
  const figure = `${formatRemaining(remaining)}${NARROW_SPACE}%`
  const withLeft = remaining > 0 ? `${figure} left` : figure
  return isRaw ? [`${withLeft}, raw`, figure] : [`${word}, ${withLeft}`, figure]
}
