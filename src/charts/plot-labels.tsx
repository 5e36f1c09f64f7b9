import { formatDuration, formatRemaining, formatTarget } from '../domain/format.ts'
import { NARROW_SPACE } from '../ui/figure.tsx'
import { formatTime } from '../ui/time-format.ts'
import styles from './burn-down.module.css'
import type { BurnDownModel } from './burn-down-model.ts'
import { msOfHour } from './instant.ts'
import { placeLabels, type PlotLabel } from './place-labels.ts'
import type { PlotGeometry } from './plot-geometry.ts'
import { nowEnd } from './plot-rules.tsx'
import { suspectsAlone } from './suspects.ts'

type PlotLabelsProps = Readonly<{ model: BurnDownModel; geometry: PlotGeometry; timeZone: string }>

type Look = 'labelExhausted' | 'labelPlain' | 'labelNow' | 'labelAccent' | 'labelRisk' | 'labelGap'
type Label = PlotLabel & Readonly<{ look: Look }>

const LINE_PX = 14

/** A few words at what they name; what finds no room is in the tooltip and in the table. */
export function PlotLabels({ model, geometry, timeZone }: PlotLabelsProps) {
  const at = (hour: number) => formatTime(msOfHour(hour), 'date-time', timeZone)
  const labels = [
    ...exhaustionLabels(model, geometry, at),
    ...estimateLabels(model, geometry, at),
    ...eventLabels(model, geometry),
    ...suspectsAlone(model).map(({ hour, version }): Label => ({
      x: geometry.x(hour),
      y: geometry.y(0) - 6 - LINE_PX,
      text: version,
      priority: 1,
      prefers: 'left',
      look: 'labelAccent',
    })),
  ]
  return (
    <g>
      {model.exhaustions.map(({ hour }) => (
        <circle key={hour} className={styles['exhausted']} cx={geometry.x(hour)} cy={geometry.y(0)} r="4" />
      ))}
      {placeLabels(labels, geometry).map(({ text, left, y, look }) => (
        <text key={`${left} ${y}`} className={styles[look]} x={left} y={y}>
          {text}
        </text>
      ))}
    </g>
  )
}

type FormatHour = (hour: number) => string

function exhaustionLabels(
  { exhaustions }: BurnDownModel,
  { x, y }: PlotGeometry,
  at: FormatHour,
): readonly Label[] {
  return exhaustions.flatMap(({ hour, hoursTooEarly, hasBudget }): Label[] => {
    const place = { x: x(hour), prefers: 'left' } as const
    return [
      {
        ...place,
        y: y(0) + LINE_PX + 2,
        text: `${hasBudget ? 'exhausted' : 'first bad event by'} ${at(hour)}`,
        priority: 0,
        look: 'labelExhausted',
      },
      ...(hasBudget && hoursTooEarly > 0
        ? [
            {
              ...place,
              y: y(0) + 2 * LINE_PX + 2,
              text: `${formatDuration(hoursTooEarly)} too early`,
              priority: 1,
              look: 'labelPlain',
            } as const,
          ]
        : []),
    ]
  })
}

function estimateLabels(
  { estimate, toHour }: BurnDownModel,
  { x, y }: PlotGeometry,
  at: FormatHour,
): readonly Label[] {
  const exhausting =
    estimate?.projections.filter(({ exhaustedAt, to }) => exhaustedAt !== null && to.hour <= toHour) ?? []
  return exhausting.map(({ to, windowHours }, index): Label => {
    const rate =
      windowHours === 1
        ? "at the last hour's rate"
        : windowHours === 24
          ? 'at the 1-day rate'
          : `at the ${windowHours / 24}-day rate`
    return {
      x: x(to.hour),
      prefers: 'right',
      y: y(0) + (index + 1) * LINE_PX + 2,
      text: `out ~${at(to.hour)} ${rate}`,
      priority: index,
      look: index === 0 ? 'labelRisk' : 'labelPlain',
    }
  })
}

/** Just above zero, where the line is least often; "now" at the top, where its own line begins, if the budget's is not there. */
function eventLabels(model: BurnDownModel, geometry: PlotGeometry): readonly Label[] {
  const { x, y, top } = geometry
  const dataEnd = nowEnd(model, geometry)
  const nowY = dataEnd - top < LINE_PX + 6 ? dataEnd + LINE_PX + 2 : top + 12
  const first = { y: y(0) - 6, priority: 1, prefers: 'right' } as const
  const second = { y: y(0) - 6 - LINE_PX, priority: 2, prefers: 'right' } as const
  const now: readonly Label[] =
    model.nowHour === null
      ? []
      : [{ ...first, y: nowY, priority: 0, x: x(model.nowHour), text: 'now', look: 'labelNow' }]
  return [
    ...now,
    ...exclusionLabels(model).map(({ hour, text }): Label => ({
      ...first,
      x: x(hour),
      text,
      look: 'labelAccent',
    })),
    ...model.topUps.map(({ hour, share }): Label => ({
      ...second,
      x: x(hour),
      text: `+${formatRemaining(share)}${NARROW_SPACE}% topped up`,
      look: 'labelAccent',
    })),
    ...model.targetChanges.map(({ hour, after }): Label => ({
      ...first,
      x: x(hour),
      text: `target ${formatTarget(after)}${NARROW_SPACE}%`,
      look: 'labelPlain',
    })),
    ...model.gaps.map(({ fromHour, toHour }): Label => ({
      ...second,
      x: x(toHour),
      text: `${formatDuration(toHour - fromHour)} no data`,
      look: 'labelGap',
    })),
  ]
}

/** What recurs every night or week is named once, at its last time: as often it would be one label over the other. */
function exclusionLabels({ exclusions }: BurnDownModel) {
  const alike = Map.groupBy(exclusions, ({ fromHour, toHour, reason }) => `${toHour - fromHour} ${reason}`)
  return [...alike.values()].flatMap((times) => {
    const last = times.at(-1)
    if (last === undefined) return []
    const often = times.length === 1 ? '' : `, ${times.length} times`
    const words = formatDuration(last.toHour - last.fromHour)
    return [{ hour: last.toHour, text: `${words} left out${often}` }]
  })
}
