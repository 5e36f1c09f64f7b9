import type { ReactNode } from 'react'

import { formatBurnRate } from '../domain/format.ts'
import styles from './burn-rate-mark.module.css'
import { StateGlyph } from './state-glyph.tsx'

type BurnRateMarkProps = Readonly<{
  rate: number
  /** The window it is measured over, in words. */
  children: ReactNode
}>

/** That something burns now, and how fast: "18.8× 6 h". */
export function BurnRateMark({ rate, children }: BurnRateMarkProps) {
  return (
    <span className={styles['mark']}>
      <StateGlyph state="burning" label="Burning" />
      {`${formatBurnRate(rate)}× `}
      {children}
    </span>
  )
}
