import type { ExpectationDetail } from '../../contract/expectations.ts'
import { formatMonth } from '../../domain/month.ts'
import { Time } from '../../ui/time.tsx'
import { signalValue } from './expectation-words.ts'
import styles from './expectations.module.css'

/** Every value and every wording there was, with who entered it and when. */
export function ExpectationHistory({ detail }: Readonly<{ detail: ExpectationDetail }>) {
  const { expectation, values, versions } = detail
  const { unit, points, source } = expectation
  return (
    <>
      <section>
        <h3>Values</h3>
        {source.kind === 'metric' ? (
          <ul className={styles['records']}>
            {points.toReversed().map(({ label, month, value }) => (
              <li key={`${month} ${label}`}>
                {signalValue(value, unit, expectation.goal)}{' '}
                <span className="muted">
                  {label}, {formatMonth(month)}
                </span>
              </li>
            ))}
          </ul>
        ) : (
          <EnteredValues values={values} unit={unit} />
        )}
        {source.kind === 'metric' && points.length === 0 && (
          <p className="muted">None since the time before.</p>
        )}
      </section>
      <section>
        <h3>Versions</h3>
        <ol className={styles['records']} reversed>
          {versions.map(({ version, by, at, isWithdrawn, hypothesis }) => (
            <li key={version}>
              {isWithdrawn
                ? 'Withdrawn'
                : hypothesis?.changedBecause
                  ? `Changed: ${hypothesis.changedBecause}`
                  : (hypothesis?.title ?? '')}{' '}
              <span className="muted">
                version {version}, {by}, <Time at={at} form="date" />
              </span>
            </li>
          ))}
        </ol>
      </section>
    </>
  )
}

type EnteredValuesProps = Readonly<{ values: ExpectationDetail['values']; unit: string }>

function EnteredValues({ values, unit }: EnteredValuesProps) {
  if (values.length === 0) return <p className="muted">Nobody has entered one yet.</p>
  return (
    <ul className={styles['records']}>
      {values.map(({ month, value, note, by, at, isWithdrawn, before }) => (
        <li key={month}>
          {formatMonth(month)}: {isWithdrawn ? 'taken back' : <b>{signalValue(value, unit)}</b>}{' '}
          <span className="muted">
            {note !== '' && `${note} `}
            {by}, <Time at={at} form="date" />
            {before.length > 0 &&
              `; before: ${before.map((one) => `${signalValue(one.value, unit)} by ${one.by}`).join(', ')}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
