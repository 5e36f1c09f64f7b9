import type { DecisionRow } from '../../../contract/decision-answers.ts'
import { StateGlyph } from '../../../ui/state-glyph.tsx'
import { Time } from '../../../ui/time.tsx'
import { categoryWords, stateMarks, stateWords, workflowWords } from './decision-words.ts'
import styles from './record.module.css'

/** How it stands, what kind of decision it is, and whose last word. */
export function RecordLede({ decision }: Readonly<{ decision: DecisionRow }>) {
  const { state, category, workflow, subject, version, by, at } = decision
  const about = [subject.teamName ?? 'Organization', subject.service, subject.deployment].filter(
    (name) => name !== null,
  )
  return (
    <span className={styles['lede']}>
      <span className={styles['state']}>
        <StateGlyph state={stateMarks[state]} />
        {stateWords[state]}
      </span>
      <span>
        {categoryWords[category]}
        {workflow !== null && `, ${workflowWords[workflow]}`}
      </span>
      <span>{about.join(', ')}</span>
      <span>
        Version {version}, {by}, <Time at={at} form="date-time" />
      </span>
    </span>
  )
}
