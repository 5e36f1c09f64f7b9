import type { ApiConsumption } from '../../../contract/api-consumption.ts'
import { indicatorNames } from '../../../url/indicator-names.ts'
import type { ApiConsumptionView } from '../../../url/api-consumption-view.ts'
import { indicatorPaths } from '../../../url/indicator-paths.ts'
import { paths } from '../../../url/paths.ts'
import { Question } from '../workflow/question.tsx'
import type { AnswerTo } from '../workflow/use-answers.ts'
import { spanOverYears } from '../workflow/span-over-years.ts'
import { questions } from './api-consumption-words.ts'
import { ConsumedSlas } from './consumed-slas.tsx'
import { DefinedSlos } from './defined-slos.tsx'
import { DepletedSlos } from './depleted-slos.tsx'
import { KeptSlos } from './kept-slos.tsx'

type ApiConsumptionQuestionsProps = Readonly<{
  answer: ApiConsumption
  view: ApiConsumptionView
  answerTo: AnswerTo
}>

export function ApiConsumptionQuestions({ answer, view, answerTo }: ApiConsumptionQuestionsProps) {
  const { service, deployment, periods, slas } = answer
  const place = {
    service: [service],
    ...(deployment !== null && { deployment: [deployment] }),
    sli: view.sli,
  }
  const [first] = periods
  const last = periods.at(-1)
  const range =
    first === undefined || last === undefined
      ? {}
      : { range: { from: first.start, to: last.end, ...(view.at !== null && { at: view.at }) } }
  const span = spanOverYears(periods)
  return (
    <>
      <Question
        {...answerTo(1)}
        question={questions.defined}
        span="now"
        link={{ words: 'SLOs by service', to: paths.slosByService({ ...place, at: view.at }) }}
      >
        <DefinedSlos answer={answer} view={view} />
      </Question>
      <Question
        {...answerTo(2)}
        question={questions.kept}
        span={span}
        link={{
          words: 'SLO adherence',
          to: indicatorPaths.sloAdherence({ service: [service], sli: view.sli, ...range }),
        }}
      >
        <KeptSlos answer={answer} />
      </Question>
      <Question
        {...answerTo(3)}
        question={questions.depleted}
        span={span}
        link={{
          words: `${indicatorNames['error-budget-depletion']} as graphs`,
          to: indicatorPaths.budgetDepletion({ ...place, ...range, show: 'graph' }),
        }}
      >
        <DepletedSlos answer={answer} />
      </Question>
      <Question
        {...answerTo(4)}
        question={questions.promised}
        span={span}
        link={
          slas.length === 0
            ? null
            : { words: 'SLA adherence', to: indicatorPaths.slaAdherence({ ...place, ...range }) }
        }
      >
        <ConsumedSlas answer={answer} />
      </Question>
      <Question {...answerTo(5)} question={questions.ready} span="">
        <p className="muted">
          Circuit breakers, bulkheads, backpressure, caches, a reduced answer: which of them, and what users
          see meanwhile.
        </p>
      </Question>
    </>
  )
}
