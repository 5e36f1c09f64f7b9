import type { CSSProperties } from 'react'

import styles from './share-split.module.css'

const STEP = 5

type ShareSplitProps = Readonly<{
  periodName: string
  /** 0 to 1. */
  reliability: number
  onChange: (reliability: number) => void
}>

/** How the capacity of a period is shared, by a slider: arrows move it by five percent, Home and End to its ends. */
export function ShareSplit({ periodName, reliability, onChange }: ShareSplitProps) {
  const ofReliability = Math.round(reliability * 100)
  const ofFeatures = 100 - ofReliability
  return (
    <div className={styles['split']}>
      <span>
        <b>{ofFeatures}&#8239;%</b> features
      </span>
      <span>
        <b>{ofReliability}&#8239;%</b> reliability
      </span>
      <input
        type="range"
        min={0}
        max={100}
        step={STEP}
        value={ofFeatures}
        aria-label={`Capacity for features in ${periodName}`}
        aria-valuetext={`${ofFeatures} % features, ${ofReliability} % reliability`}
        style={{ '--share': `${ofFeatures}%` } as CSSProperties}
        onChange={(event) => onChange((100 - event.target.valueAsNumber) / 100)}
      />
    </div>
  )
}
