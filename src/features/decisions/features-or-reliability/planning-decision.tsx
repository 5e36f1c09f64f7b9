import { useState } from 'react'

import type { FeaturesOrReliability } from '../../../contract/features-or-reliability.ts'
import { Button } from '../../../ui/button.tsx'
import { StateGlyph } from '../../../ui/state-glyph.tsx'
import { formatDays } from '../../../ui/time-format.ts'
import { Time } from '../../../ui/time.tsx'
import { CellLink } from '../../../url/cell-link.tsx'
import { decisionPaths } from '../../../url/decision-paths.ts'
import type { PlanningView } from '../../../url/planning-view.ts'
import { formatDay } from '../../../domain/day.ts'
import { DecisionForm } from '../records/decision-form.tsx'
import { stateMarks, stateWords } from '../records/decision-words.ts'
import { decisionSeed } from './decision-seed.ts'
import styles from './planning-decision.module.css'
import { ShareSplit } from './share-split.tsx'

const WEEK_MS = 7 * 24 * 3_600_000
const EVEN = 0.5

type PlanningDecisionProps = Readonly<{ answer: FeaturesOrReliability; view: PlanningView }>

/** What the person decides for the next period, or what was decided for it already. */
export function PlanningDecision({ answer, view }: PlanningDecisionProps) {
  const { decisionFor, decided } = answer
  const [reliability, setReliability] = useState(EVEN)
  const [isAnew, setIsAnew] = useState(false)
  return (
    <section className={styles['decision']} aria-labelledby="planning-decision">
      <div className={styles['head']}>
        <h2 id="planning-decision">Your decision for {decisionFor.name}</h2>
        <span>{spanOf(decisionFor)}</span>
      </div>
      {decided !== null && !isAnew ? (
        <Decided decided={decided} onAnew={() => setIsAnew(true)} />
      ) : (
        <>
          <ShareSplit periodName={decisionFor.name} reliability={reliability} onChange={setReliability} />
          <DecisionForm
            draft={decisionSeed(answer, view, reliability)}
            {...(decided !== null && { supersedes: decided.id })}
          />
        </>
      )}
    </section>
  )
}

type DecidedProps = Readonly<{ decided: NonNullable<FeaturesOrReliability['decided']>; onAnew: () => void }>

/** Only what all have signed can be superseded; before that it is changed where it stands. */
function Decided({ decided, onAnew }: DecidedProps) {
  const { id, title, decision, state, by, at, deciderCount, signedCount, nextReview } = decided
  const mayFollow = state === 'agreed' || state === 'effective'
  return (
    <div className={styles['decided']}>
      <p className={styles['state']}>
        <StateGlyph state={stateMarks[state]} />
        <b>{stateWords[state]}</b>
        {state !== 'draft' && (
          <span className="muted">
            {signedCount} of {deciderCount} signed
          </span>
        )}
      </p>
      {decision !== '' && <p>{decision}</p>}
      <p className="muted">
        By {by}, <Time at={at} form="date-time" />
        {nextReview !== null && `. Review on ${formatDay(nextReview)}`}.
      </p>
      <p>
        <CellLink className="link" {...decisionPaths.record(id)}>
          {title}
        </CellLink>
      </p>
      {mayFollow && <Button onClick={onAnew}>Decide anew</Button>}
    </div>
  )
}

/** "30 Nov–3 Jan, 5 weeks". */
function spanOf({ start, end }: FeaturesOrReliability['decisionFor']): string {
  const [startMs, endMs] = [Date.parse(start), Date.parse(end)]
  const weeks = (endMs - startMs) / WEEK_MS
  const days = formatDays(startMs, endMs, 'UTC')
  return Number.isInteger(weeks) ? `${days}, ${weeks} weeks` : days
}
