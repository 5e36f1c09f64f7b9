import type { ComparedAspect, MaturityAnswer } from '../../../contract/maturity.ts'
import { levelName } from '../../../domain/maturity-model.ts'
import { MergePrompt } from '../../../ui/merge-prompt.tsx'
import styles from './assess.module.css'
import { levelOf } from './maturity-words.ts'
import { answerIn, type AssessmentInHand } from './use-assessment.ts'

type OtherAnswersProps = Readonly<{ hand: AssessmentInHand; aspects: readonly ComparedAspect[] }>

/** Somebody assessed at the same time: what only one of both changed is kept; of the rest both stand here until it is chosen. */
export function OtherAnswers({ hand, aspects }: OtherAnswersProps) {
  const { theirs, merge, theirAnswers, answers } = hand
  if (theirs === null || merge === null) return null
  const named = (id: string) => aspects.find(({ aspect }) => aspect === id)
  return (
    <MergePrompt
      by={theirs.by}
      at={theirs.at}
      deed="changed"
      theirs={
        <>
          {merge.taken.length === 0
            ? 'nothing but what you changed too. '
            : `${merge.taken.map((id) => named(id)?.name ?? id).join(', ')} will be taken over. `}
          {merge.conflicts.length === 0 ? (
            'Nothing contradicts what you entered.'
          ) : (
            <ul className={styles['conflicts']} aria-label="Changed by both">
              {merge.conflicts.map((id) => (
                <li key={id}>
                  <b>{named(id)?.name ?? id}</b>
                  <Said whose="Mine" aspect={named(id)} answer={answerIn(answers, id)} />
                  <Said whose="Theirs" aspect={named(id)} answer={answerIn(theirAnswers, id)} />
                </li>
              ))}
            </ul>
          )}
        </>
      }
      take="Take theirs where both changed"
      onTake={() => hand.settle('theirs')}
      keep="Keep mine where both changed"
      onKeep={() => hand.settle('mine')}
    />
  )
}

type SaidProps = Readonly<{ whose: string; aspect: ComparedAspect | undefined; answer: MaturityAnswer }>

function Said({ whose, aspect, answer: { score, comment, evidence } }: SaidProps) {
  const level =
    score === null || aspect === undefined ? 'unanswered' : levelName(levelOf(score), aspect.dimension)
  return (
    <p>
      {whose}: {[level, comment, evidence].filter((part) => part !== '').join('. ')}
    </p>
  )
}
