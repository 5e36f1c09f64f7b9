// oxlint-disable react/no-array-index-key -- evidence is kept as a whole: no line of it ever moves among others
import type { DecisionBody } from '../../../contract/decisions.ts'
import { Section } from '../../../ui/section.tsx'
import { Time } from '../../../ui/time.tsx'
import { CellLink } from '../../../url/cell-link.tsx'
import { PlainTable } from '../plain-table.tsx'
import { QuestionNumber } from '../question-number.tsx'
import styles from './record.module.css'

/** The questions with their figures as they were seen then; the links lead to where they stand. */
export function RecordEvidence({ body: { answers, evidenceAt } }: Readonly<{ body: DecisionBody }>) {
  return (
    <Section
      title="Evidence"
      note={
        <>
          As it was seen, with data up to <Time at={evidenceAt} form="date-time" />
        </>
      }
    >
      {answers.length === 0 && <p className="muted">No figures were looked at.</p>}
      <ol className={styles['questions']}>
        {answers.map(({ question, answer, figures, href }, place) => (
          <li key={`${place} ${question}`}>
            <h3>
              <QuestionNumber>{place + 1}</QuestionNumber> {question}
            </h3>
            {answer !== '' && <p className={styles['text']}>{answer}</p>}
            {figures.length > 0 && (
              <PlainTable look="figures" name={question}>
                {figures.map(({ label, value }, line) => (
                  <tr key={`${line} ${label}`}>
                    <th scope="row">{label}</th>
                    <td>{value}</td>
                  </tr>
                ))}
              </PlainTable>
            )}
            {href !== null && (
              <p>
                <CellLink className="link" to={href}>
                  Where these figures stand
                </CellLink>
              </p>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}
