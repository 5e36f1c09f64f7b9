import type { BudgetHistory } from '../../contract/budget.ts'
import { formatRemaining } from '../../domain/format.ts'
import { NARROW_SPACE } from '../../ui/figure.tsx'
import { Time } from '../../ui/time.tsx'
import styles from './record-list.module.css'
import { sentence } from './sentence.ts'
import { SloSection } from './slo-section.tsx'

type Correction = BudgetHistory['corrections'][number]

/** Who excluded or gave back what, when and why; raw and corrected figures are both kept. */
export function CorrectionsSection({ history }: Readonly<{ history: BudgetHistory }>) {
  return (
    <SloSection title="Corrections">
      {history.corrections.length === 0 ? (
        <p className="muted">None in this window: raw and corrected figures are the same.</p>
      ) : (
        <ul className={styles['records']}>
          {history.corrections.map((correction) => (
            <li key={correction.id} className={styles['record']}>
              <span className={styles['hatch']} aria-hidden="true" />
              <div>
                <p className={correction.withdrawnAt === null ? styles['fact'] : styles['withdrawn']}>
                  <CorrectionFact correction={correction} />
                </p>
                <p className={styles['reason']}>
                  {sentence(correction.reason)} {correction.author}, <Time at={correction.at} form="date" />.
                  {correction.withdrawnAt !== null && (
                    <>
                      {' '}
                      Withdrawn <Time at={correction.withdrawnAt} form="date" />.
                    </>
                  )}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </SloSection>
  )
}

function CorrectionFact({
  correction: { kind, start, end, share, dependency },
}: Readonly<{ correction: Correction }>) {
  if (kind === 'exclusion') {
    return (
      <>
        <Time at={start} form="date-time" /> to <Time at={end} form="date-time" /> excluded
      </>
    )
  }
  return (
    <>
      <Time at={start} form="date-time" />: {formatRemaining(share ?? 0)}
      {NARROW_SPACE}% given back for {dependency}
    </>
  )
}
