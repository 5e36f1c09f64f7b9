import { Time } from '../../../ui/time.tsx'
import styles from './assess.module.css'
import type { AssessmentInHand } from './use-assessment.ts'

/** Whether what was entered is kept: said all the time, and spoken when it changes. */
export function SaveState({ hand: { state, saved } }: Readonly<{ hand: AssessmentInHand }>) {
  return (
    <span
      role="status"
      className={state === 'failed' || state === 'conflict' ? styles['notSaved'] : undefined}
    >
      {state === 'saved' && (
        <>
          {saved.isDraft ? 'Draft saved' : 'Saved'}, <Time at={saved.at} form="time" />
        </>
      )}
      {state === 'unsaved' && 'Not saved yet'}
      {state === 'saving' && 'Saving'}
      {(state === 'failed' || state === 'conflict') && 'Not saved'}
    </span>
  )
}
