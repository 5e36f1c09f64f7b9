import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { maturityQueries } from '../../../api/maturity-queries.ts'
import { QueryPanel } from '../../../api/query-panel.tsx'
import type { Assessment } from '../../../contract/maturity.ts'
import { dayInWords } from '../../../domain/maturity.ts'
import { Button } from '../../../ui/button.tsx'
import { Time } from '../../../ui/time.tsx'
import { AssessmentHistory } from './assessment-history.tsx'
import styles from './maturity.module.css'

type AssessmentTableProps = Readonly<{ mayAssess: boolean; onAssess: (id: string) => void }>

/** Every assessment of every scope: who made it, how it stands, and its versions. */
export function AssessmentTable({ mayAssess, onAssess }: AssessmentTableProps) {
  const query = useQuery(maturityQueries.assessments())
  const [shown, setShown] = useState<Assessment | null>(null)
  return (
    <section className={styles['section']}>
      <h2 id="all-assessments">All assessments</h2>
      <QueryPanel title="The list of assessments" query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="muted">There is none yet.</p>
          ) : (
            <div className={styles['scroller']} role="region" aria-labelledby="all-assessments" tabIndex={0}>
              <table className={styles['trend']}>
                <thead>
                  <tr>
                    <th scope="col">Day</th>
                    <th scope="col">Scope</th>
                    <th scope="col">Assessor</th>
                    <th scope="col">State</th>
                    <td className={styles['figureHead']}>Points</td>
                    <td className={styles['figureHead']}>Unanswered</td>
                    <th scope="col">Last entered</th>
                    <td />
                  </tr>
                </thead>
                <tbody>
                  {items.map((one) => (
                    <Row
                      key={one.id}
                      assessment={one}
                      mayAssess={mayAssess}
                      onAssess={() => onAssess(one.id)}
                      onHistory={() => setShown(one)}
                    />
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </QueryPanel>
      {shown !== null && <AssessmentHistory assessment={shown} onClose={() => setShown(null)} />}
    </section>
  )
}

type RowProps = Readonly<{
  assessment: Assessment
  mayAssess: boolean
  onAssess: () => void
  onHistory: () => void
}>

function Row({ assessment, mayAssess, onAssess, onHistory }: RowProps) {
  const { date, teamName, assessor, isDraft, whole, by, at, version } = assessment
  const name = `${teamName ?? 'Organization'}, ${dayInWords(date)}`
  return (
    <tr>
      <th scope="row">{dayInWords(date)}</th>
      <td className={styles['text']}>{teamName ?? 'Organization'}</td>
      <td className={styles['text']}>{assessor}</td>
      <td className={styles['text']}>{isDraft ? 'Draft' : 'Finished'}</td>
      <td>
        {whole.points} of {whole.possible}
      </td>
      <td>{whole.unanswered}</td>
      <td className={styles['text']}>
        {by}, <Time at={at} form="date-time" />
      </td>
      <td className={styles['rowActs']}>
        <Button look="quiet" onClick={onHistory} aria-label={`${version} versions of ${name}`}>
          {version} {version === 1 ? 'version' : 'versions'}
        </Button>
        {mayAssess && (
          <Button onClick={onAssess} aria-label={`${isDraft ? 'Continue' : 'Change'} ${name}`}>
            {isDraft ? 'Continue' : 'Change'}
          </Button>
        )}
      </td>
    </tr>
  )
}
