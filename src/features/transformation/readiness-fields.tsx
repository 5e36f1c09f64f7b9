import type { CardBody } from '../../contract/board.ts'
import { readinessItems, readinessOf } from '../../domain/slo-readiness.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { readinessWords } from './board-words.ts'
import styles from './board-dialogs.module.css'

type Readiness = CardBody['readiness']
type ReadinessFieldsProps = Readonly<{
  readiness: Readiness
  onChange: (readiness: Readiness) => void
  /** The day a new item holds from, where nothing else is said. */
  today: string
}>

/** Four conditions that build on one another; a later one without the earlier has failed elsewhere. */
export function ReadinessFields({ readiness, onChange, today }: ReadinessFieldsProps) {
  const { level, outOfOrder } = readinessOf(
    new Set(readinessItems.filter((item) => readiness[item] !== null)),
  )
  return (
    <div role="group" aria-label="Ready for SLOs" className={styles['readiness']}>
      <h3>
        Ready for SLOs <span className="muted">{level} of 4, each builds on those before it</span>
      </h3>
      {readinessItems.map((item) => {
        const check = readiness[item]
        const change = (next: Readiness[typeof item]) => onChange({ ...readiness, [item]: next })
        return (
          <div key={item}>
            <Checkbox
              isChecked={check !== null}
              onChange={(isChecked) => change(isChecked ? { evidence: '', since: today.slice(0, 10) } : null)}
            >
              {readinessWords[item]}
            </Checkbox>
            {outOfOrder.includes(item) && (
              <p className={styles['warning']}>Holds although an earlier one does not: that rarely lasts</p>
            )}
            {check !== null && (
              <div className={styles['check']}>
                <TextField
                  label="Evidence"
                  value={check.evidence}
                  maxLength={500}
                  onChange={(evidence) => change({ ...check, evidence })}
                />
                <TextField
                  label="Since"
                  type="date"
                  value={check.since}
                  onChange={(since) => since !== '' && change({ ...check, since })}
                />
              </div>
            )}
          </div>
        )
      })}
    </div>
  )
}
