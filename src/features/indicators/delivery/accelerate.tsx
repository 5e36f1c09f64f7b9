import type { MeasureOnWire } from '../../../contract/delivery.ts'
import { Absent } from '../../../ui/absent.tsx'
import { absentReason, deliveryText, measureWords, restsOn } from './delivery-words.ts'
import styles from './delivery.module.css'
import { TrendLine } from './trend-line.tsx'
import { Trend } from './trend-words.tsx'

type AccelerateProps = Readonly<{ measures: readonly MeasureOnWire[]; windowLength: number }>

/** How fast and how stably changes come, and beside it whether users could rely on the result. */
export function Accelerate({ measures, windowLength }: AccelerateProps) {
  return (
    <section aria-labelledby="accelerate">
      <h2 id="accelerate" className={styles['heading']}>
        The four of Accelerate, and reliability beside them
      </h2>
      <dl className={styles['strip']}>
        {measures.map((one) => {
          const { name, says, unit } = measureWords[one.measure]
          const { value } = one.figure
          return (
            <div key={one.measure} className={styles['measure']}>
              <dt title={says}>{name}</dt>
              <dd className={styles['large']}>
                {value === null ? <Absent reason={absentReason(unit)} /> : deliveryText(one.measure, value)}
              </dd>
              <dd>
                <TrendLine history={one.history} windowLength={windowLength} />
              </dd>
              <dd>
                <Trend of={one} />
              </dd>
              <dd className="muted">{restsOn(one.figure, unit)}</dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}
