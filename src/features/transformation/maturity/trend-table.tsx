import type { AssessmentRef, Maturity } from '../../../contract/maturity.ts'
import { dayInWords, MATURITY_MAX_POINTS } from '../../../domain/maturity.ts'
import { dimensionNames, maturityDimensions } from '../../../domain/maturity-model.ts'
import { Absent } from '../../../ui/absent.tsx'
import { Figure } from '../../../ui/figure.tsx'
import styles from './maturity.module.css'
import { percentOf } from './maturity-words.ts'
import { TrendLine } from './trend-line.tsx'

/** The five dimensions over every finished assessment of the scope: figures, and beside them their course. */
export function TrendTable({ maturity: { assessments, scopeName } }: Readonly<{ maturity: Maturity }>) {
  return (
    <section className={styles['section']}>
      <h2 id="maturity-trend">Trend over all assessments of {scopeName}</h2>
      <div className={styles['scroller']} role="region" aria-labelledby="maturity-trend" tabIndex={0}>
        <table className={styles['trend']}>
          <thead>
            <tr>
              <th scope="col">Dimension</th>
              {assessments.map(({ id, date }) => (
                <th key={id} scope="col">
                  {dayInWords(date)}
                </th>
              ))}
              <td aria-hidden="true" />
            </tr>
          </thead>
          <tbody>
            {maturityDimensions.map((dimension) => (
              <tr key={dimension}>
                <th scope="row">{dimensionNames[dimension]}</th>
                {assessments.map(({ id, shares }) => (
                  <td key={id}>
                    <Share share={shares[dimension]} />
                  </td>
                ))}
                <td aria-hidden="true">
                  <TrendLine
                    points={assessments.map(({ date, shares }) => ({ date, share: shares[dimension] }))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <Totals assessments={assessments} />
          </tfoot>
        </table>
      </div>
    </section>
  )
}

function Share({ share }: Readonly<{ share: number | null }>) {
  if (share === null) return <Absent reason="Nothing was answered" />
  return <Figure value={String(percentOf(share))} unit="%" />
}

function Totals({ assessments }: Readonly<{ assessments: readonly AssessmentRef[] }>) {
  return (
    <>
      <tr>
        <th scope="row">Points of {MATURITY_MAX_POINTS}</th>
        {assessments.map(({ id, whole }) => (
          <td key={id}>{whole.points}</td>
        ))}
        <td aria-hidden="true" />
      </tr>
      <tr>
        <th scope="row">Unanswered</th>
        {assessments.map(({ id, whole }) => (
          <td key={id}>{whole.unanswered}</td>
        ))}
        <td aria-hidden="true" />
      </tr>
    </>
  )
}
