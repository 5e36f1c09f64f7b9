import type { DecisionDetail } from '../../../contract/decision-answers.ts'
import { Section } from '../../../ui/section.tsx'
import { Time } from '../../../ui/time.tsx'
import { PlainTable } from '../plain-table.tsx'
import styles from './record.module.css'

const deedWords: Readonly<Record<DecisionDetail['audit'][number]['deed'], string>> = {
  recorded: 'Recorded',
  changed: 'Changed',
  withdrawn: 'Withdrawn',
  signed: 'Signed',
  checked: 'Effect looked at',
}

/** Every version with who signed it, and everything that was done, newest first. */
export function RecordHistory({ detail: { versions, audit } }: Readonly<{ detail: DecisionDetail }>) {
  const [, ...earlier] = versions
  return (
    <>
      {earlier.length > 0 && (
        <Section title="Earlier versions" note="Kept as they were">
          <ol className={styles['versions']} reversed>
            {earlier.map(({ version, by, at, body, hash, signatures }) => {
              const signed = signatures.filter((one) => one.signed?.isFitting === true)
              return (
                <li key={version}>
                  <p>
                    Version {version}: {body.decision === '' ? 'a draft without a decision' : body.decision}
                  </p>
                  <p className="muted">
                    {by}, <Time at={at} form="full" />;{' '}
                    {signed.length === 0
                      ? 'nobody signed it'
                      : `signed by ${signed.map(({ name, role }) => `${name} (${role})`).join(', ')}`}
                  </p>
                  <p className={`muted ${styles['hash']}`}>
                    SHA-256 <code>{hash}</code>
                  </p>
                </li>
              )
            })}
          </ol>
        </Section>
      )}
      <Section title="What was done" note="Only ever added to">
        <PlainTable name="What was done" heads={['When', 'What', 'By']}>
          {audit.map(({ at, by, deed, version }) => (
            <tr key={`${at} ${by} ${deed} ${version}`}>
              <td>
                <Time at={at} form="full" />
              </td>
              <td>
                {deedWords[deed]}
                {deed !== 'checked' && `, version ${version}`}
              </td>
              <td>{by}</td>
            </tr>
          ))}
        </PlainTable>
      </Section>
    </>
  )
}
