import { useState } from 'react'

import { usePermission } from '../../../api/use-permission.ts'
import type { DecisionDetail } from '../../../contract/decision-answers.ts'
import { formatDay } from '../../../domain/day.ts'
import { mayFollow } from '../../../domain/decision.ts'
import { Button } from '../../../ui/button.tsx'
import { Section } from '../../../ui/section.tsx'
import { resultWords } from './decision-words.ts'
import { EffectForm } from './effect-form.tsx'
import styles from './record.module.css'

/** What should have come of it, when that is looked at, and what was found. */
export function RecordEffect({ detail }: Readonly<{ detail: DecisionDetail }>) {
  const { decision, effects, versions } = detail
  const [isOpen, setIsOpen] = useState(false)
  const { whyNot } = usePermission('record-decisions', decision.subject.team)
  const agreed = versions[0]?.body.effectCheck ?? null
  if (agreed === null && effects.length === 0) return null
  const { effect } = decision
  const mayCheck = mayFollow(decision.state, 'check-effect') && whyNot === null
  return (
    <Section
      title="Effect"
      note={effect !== null && effect.state !== 'checked' ? dueWords(effect) : undefined}
    >
      {agreed !== null && <p className={styles['text']}>Hypothesis: {agreed.hypothesis}</p>}
      {effects.length > 0 && (
        <ol className={styles['versions']} reversed>
          {effects.map(({ version, by, effect: found }) => (
            <li key={version}>
              <p>
                {resultWords[found.result]}, {formatDay(found.heldOn)}
                {found.note !== '' && `: ${found.note}`}
              </p>
              <p className="muted">
                {by}
                {found.nextOn !== null && `, again on ${formatDay(found.nextOn)}`}
              </p>
            </li>
          ))}
        </ol>
      )}
      {isOpen ? (
        <div className={styles['form']}>
          <EffectForm detail={detail} onDone={() => setIsOpen(false)} />
        </div>
      ) : (
        mayCheck && (
          <p className={`${styles['noPrint']} ${styles['below']}`}>
            <Button onClick={() => setIsOpen(true)}>Record what came of it</Button>
          </p>
        )
      )}
    </Section>
  )
}

function dueWords({ state, on }: NonNullable<DecisionDetail['decision']['effect']>): string {
  return state === 'due' ? `To be looked at since ${formatDay(on)}` : `To be looked at on ${formatDay(on)}`
}
