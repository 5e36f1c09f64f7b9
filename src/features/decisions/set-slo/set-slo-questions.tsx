import type { SetSlo } from '../../../contract/set-slo.ts'
import type { DependencyAnswer } from '../../../domain/dependency-answers.ts'
import { Notice } from '../../../ui/notice.tsx'
import { indicatorNames } from '../../../url/indicator-names.ts'
import { CellLink } from '../../../url/cell-link.tsx'
import { indicatorPaths } from '../../../url/indicator-paths.ts'
import type { SetSloView } from '../../../url/set-slo-view.ts'
import { Question } from '../workflow/question.tsx'
import type { AnswerTo } from '../workflow/use-answers.ts'
import { spanWords } from '../workflow/verdict-marks.tsx'
import { AddDependency } from './add-dependency.tsx'
import { DependencyPromises } from './dependency-promises.tsx'
import { DependencyRoles } from './dependency-roles.tsx'
import { OwnEndpoints } from './own-endpoints.tsx'
import { Reach } from './reach.tsx'
import { promiseLinks } from './slo-seed.ts'
import styles from './set-slo.module.css'

type SetSloQuestionsProps = Readonly<{
  answer: SetSlo
  view: SetSloView
  answerTo: AnswerTo
  onAnswer: (answer: DependencyAnswer) => void
  onRemove: (name: string) => void
  onTarget: (target: number | null) => void
}>

export function SetSloQuestions(props: SetSloQuestionsProps) {
  const { answer, view, answerTo, onAnswer, onRemove, onTarget } = props
  const { service, deployment, dependencies, endpoints, reach, wish, periods } = answer
  const links = promiseLinks(answer)
  return (
    <>
      <Question
        question="Which SLAs and SLOs do the dependencies have, and were they kept over time?"
        span={spanWords(periods)}
        {...answerTo(1)}
      >
        {dependencies.length === 0 ? (
          <Notice kind="missing" title={`The catalog names no dependency of ${service.slug}`}>
            What it calls outside of the organization can be added below.
          </Notice>
        ) : (
          <DependencyPromises dependencies={dependencies} periods={periods} deployment={deployment} />
        )}
        <p className={styles['rule']}>{answer.levelRule}</p>
        {links.length > 0 && (
          <p className={styles['links']}>
            {links.map(({ words, to }) => (
              <CellLink key={words} {...to}>
                {words}
              </CellLink>
            ))}
          </p>
        )}
      </Question>
      <Question question="How does each of them hold the service up?" span="to answer" {...answerTo(2)}>
        <DependencyRoles
          dependencies={dependencies}
          said={view.answers}
          onAnswer={onAnswer}
          onRemove={onRemove}
        />
        <AddDependency known={dependencies.map(({ name }) => name)} onAdd={onAnswer} />
      </Question>
      <Question question="What can be reached with them?" span="availability" {...answerTo(3)}>
        <Reach reach={reach} wish={wish} asked={view.target} onTarget={onTarget} />
      </Question>
      <Question
        question="What has the service itself kept so far?"
        span="last 6 closed periods, availability"
        link={{
          words: indicatorNames['least-available-endpoints'],
          to: indicatorPaths.leastAvailable({ service: [service.slug], deployment: [deployment] }),
        }}
        {...answerTo(4)}
      >
        <OwnEndpoints endpoints={endpoints} service={service.slug} />
      </Question>
    </>
  )
}
