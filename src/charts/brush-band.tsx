import { NOT_IN_IMAGE } from './not-in-image.ts'
import styles from './brush-band.module.css'

type BrushBandProps = Readonly<{
  left: number
  right: number
  top: number
  height: number
  /** From when to when. */
  words: string
}>

/** The span that is being chosen. */
export function BrushBand({ left, right, top, height, words }: BrushBandProps) {
  const width = Math.max(1, right - left)
  return (
    <div
      className={styles['band']}
      style={{ left, width, top, height }}
      aria-hidden="true"
      {...{ [NOT_IN_IMAGE]: '' }}
    >
      <span className={styles['words']}>{words}</span>
    </div>
  )
}
