import { Link } from '@tanstack/react-router'

import type { BudgetHistory } from '../../contract/budget-history.ts'
import { formatRemaining } from '../../domain/format.ts'
import { categoryWords } from '../../ui/correction-words.ts'
import { NARROW_SPACE } from '../../ui/figure.tsx'
import { Time } from '../../ui/time.tsx'
import { zoneName } from '../../ui/time-format.ts'
import { meantWords, TimeSpan } from '../../ui/time-span.tsx'
import { useTimeZone } from '../../ui/zone.tsx'
import { correctionPaths } from '../../url/correction-paths.ts'
import { Correct } from './correct/correct.tsx'
import styles from './record-list.module.css'
import { sentence } from './sentence.ts'
import { Section } from '../../ui/section.tsx'

type Correction = BudgetHistory['corrections'][number]

/** Who excluded or gave back what, when and why; raw and corrected figures are both kept. */
export function CorrectionsSection({ history }: Readonly<{ history: BudgetHistory }>) {
  // Times of a recurring maintenance stand as one, those that were withdrawn apart from those that were not.
  const groups = Map.groupBy(
    history.corrections,
    ({ decision, withdrawnAt }) => `${decision} ${withdrawnAt ?? ''}`,
  )
  return (
    <Section title="Corrections" note={<Correct history={history} />}>
      {history.corrections.length === 0 ? (
        <p className="muted">None in this window: raw and corrected figures are the same.</p>
      ) : (
        <ul className={styles['records']}>
          {[...groups].map(([key, [first, ...others]]) => (
            <li key={key} className={styles['record']}>
              <span className={styles['hatch']} aria-hidden="true" />
              {first !== undefined && <Decision correction={first} otherCount={others.length} />}
            </li>
          ))}
        </ul>
      )}
      <p className={styles['place']}>
        <Link className="link" {...correctionPaths.list({ service: [history.service] })}>
          All corrections of {history.service}
        </Link>
      </p>
    </Section>
  )
}

function Decision({ correction, otherCount }: Readonly<{ correction: Correction; otherCount: number }>) {
  const { kind, category, dependency, reason, author, at, withdrawnAt, withdrawnBy, withdrawnReason } =
    correction
  return (
    <div>
      <p className={withdrawnAt === null ? styles['fact'] : styles['withdrawn']}>
        <CorrectionFact correction={correction} otherCount={otherCount} />
      </p>
      <p className={styles['reason']}>
        {categoryWords[category]}
        {kind === 'exclusion' && dependency !== null && `, ${dependency}`}. {sentence(reason)} {author},{' '}
        <Time at={at} form="date" />.
        {withdrawnAt !== null && (
          <>
            {' '}
            Withdrawn <Time at={withdrawnAt} form="date" />
            {withdrawnBy !== null && ` by ${withdrawnBy}`}
            {withdrawnReason === null ? '.' : `: ${sentence(withdrawnReason)}`}
          </>
        )}
      </p>
    </div>
  )
}

type CorrectionFactProps = Readonly<{ correction: Correction; otherCount: number }>

function CorrectionFact({
  correction: { kind, start, end, share, dependency, recurrence, timeZone },
  otherCount,
}: CorrectionFactProps) {
  const shownIn = useTimeZone()
  const meant = meantWords({ start, end }, shownIn, timeZone)
  if (kind === 'exclusion') {
    return (
      <>
        <TimeSpan start={start} end={end} /> {zoneName(shownIn)}
        {meant !== null && ` (${meant})`} left out
        {recurrence !== null && `, ${recurrence}, ${zoneName(timeZone ?? 'UTC')}`}
        {otherCount > 0 && ` (${otherCount} more in this window)`}
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
