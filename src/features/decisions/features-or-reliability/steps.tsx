import type { FeaturesOrReliability } from '../../../contract/features-or-reliability.ts'
import { Icon } from '../../../ui/icon.tsx'
import { QuestionNumber } from '../question-number.tsx'
import { stepNames } from './list-words.ts'
import styles from './steps.module.css'

const steps = [1, 2, 3, 4, 5] as const

type StepsProps = Readonly<{
  lists: FeaturesOrReliability['lists']
  /** The question that was last looked at. */
  current: number
  onStep: (question: number) => void
}>

/** The five questions, how many rows of each are picked, and the way to it. */
export function Steps({ lists, current, onStep }: StepsProps) {
  return (
    <ol className={styles['steps']} aria-label="Questions">
      {steps.map((question) => {
        const picked = pickedOf(lists, question)
        const isCurrent = question === current
        return (
          <li key={question} className={isCurrent ? styles['current'] : undefined}>
            <button
              type="button"
              aria-current={isCurrent ? 'step' : undefined}
              onClick={() => onStep(question)}
            >
              <span className={styles['mark']}>
                <QuestionNumber isCurrent={isCurrent}>
                  {picked > 0 && !isCurrent ? <Icon name="check" /> : question}
                </QuestionNumber>
              </span>
              <b>{stepNames[question]}</b>
              <em>{picked} picked</em>
            </button>
          </li>
        )
      })}
    </ol>
  )
}

/** The second question is asked twice; a row that both lists name is picked once. */
function pickedOf(lists: StepsProps['lists'], question: number): number {
  const rows = lists
    .filter((list) => list.question === question)
    .flatMap(({ rows: own, next }) => [...own, ...(next === null ? [] : [next])])
  return new Set(rows.filter(({ isPicked }) => isPicked).map(({ id }) => id)).size
}
