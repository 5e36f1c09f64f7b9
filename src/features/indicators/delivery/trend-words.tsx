import type { ComponentOnWire, MeasureOnWire } from '../../../contract/delivery.ts'
import { Absent } from '../../../ui/absent.tsx'
import { changeText, directionWords } from './delivery-words.ts'
import styles from './delivery.module.css'

type TrendProps = Readonly<{
  of: Pick<ComponentOnWire | MeasureOnWire, 'figure' | 'before' | 'change' | 'direction'>
}>

/** Which way it went since the window before, in words: more is not better everywhere. */
export function Trend({ of: { figure, before, change, direction } }: TrendProps) {
  if (direction === null) return <Absent reason={whyNoTrend(figure, before)} />
  return (
    <span className={direction === 'worse' ? styles['worse'] : undefined}>
      {change !== null && `${changeText(change)}, `}
      {directionWords[direction]}
    </span>
  )
}

function whyNoTrend(figure: ComponentOnWire['figure'], before: ComponentOnWire['before']): string {
  if (before === null) return 'The window before is not held whole'
  if (figure.isFew) return 'Too few in this window to be compared'
  return 'Too few in the window before to be compared'
}
