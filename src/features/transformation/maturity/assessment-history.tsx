import { useQuery } from '@tanstack/react-query'

import { maturityQueries } from '../../../api/maturity-queries.ts'
import { QueryPanel } from '../../../api/query-panel.tsx'
import { assessmentOf, type Assessment } from '../../../contract/maturity.ts'
import { dayInWords } from '../../../domain/maturity.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { Time } from '../../../ui/time.tsx'
import styles from './maturity.module.css'

type AssessmentHistoryProps = Readonly<{ assessment: Assessment; onClose: () => void }>

/** Nothing is overwritten: every version, who entered it and when. */
export function AssessmentHistory({ assessment, onClose }: AssessmentHistoryProps) {
  const { id, teamName, date } = assessment
  const query = useQuery(maturityQueries.versions(id))
  return (
    <Dialog title={`Versions: ${teamName ?? 'organization'}, ${dayInWords(date)}`} onClose={onClose}>
      {() => (
        <QueryPanel title="The versions" query={query}>
          {(versions) => (
            <ol className={styles['versions']}>
              {versions.toReversed().map(({ version, by, at, body, isWithdrawn }) => (
                <li key={version}>
                  <b>Version {version}</b> <Time at={at} form="full" />, {by.name}
                  <p className="muted">{isWithdrawn ? 'Taken back' : standing(body)}</p>
                </li>
              ))}
            </ol>
          )}
        </QueryPanel>
      )}
    </Dialog>
  )
}

function standing(body: unknown): string {
  const kept = assessmentOf(body)
  if (kept === null) return 'Kept in a form that is no longer read'
  const answered = kept.answers.filter(({ score }) => score !== null)
  const points = answered.reduce<number>((sum, { score }) => sum + (score ?? 0), 0)
  return `${kept.isDraft ? 'Draft' : 'Finished'}: ${answered.length} answered, ${points} points`
}
