import type { TighterSlo } from '../../../contract/tighter-slo.ts'
import { indicatorNames } from '../../../url/indicator-names.ts'
import { indicatorPaths } from '../../../url/indicator-paths.ts'
import type { TighterSloView } from '../../../url/tighter-slo-view.ts'
import { Question } from '../workflow/question.tsx'
import type { AnswerTo } from '../workflow/use-answers.ts'
import { spanOverYears } from '../workflow/span-over-years.ts'
import { EndedPeriods } from './ended-periods.tsx'
import { OtherTargets } from './other-targets.tsx'
import { percentOf, questions, reliabilityHint, targetOf } from './tighter-slo-words.ts'

type TighterSloQuestionsProps = Readonly<{
  answer: TighterSlo
  view: TighterSloView
  answerTo: AnswerTo
  onTarget: (target: number | null) => void
}>

export function TighterSloQuestions({ answer, view, answerTo, onTarget }: TighterSloQuestionsProps) {
  const { periods, room, team, teamName, service, sloId, deployment, sli, slaTarget } = answer
  const span = spanOverYears(periods.map(({ period }) => period))
  const [first] = periods
  const last = periods.at(-1)
  const range =
    first === undefined || last === undefined
      ? {}
      : { range: { from: first.period.start, to: last.period.end, ...(view.at !== null && { at: view.at }) } }
  return (
    <>
      <Question
        number={1}
        question={questions.ended}
        span={span}
        link={{
          words: indicatorNames['error-budget-depletion'],
          to: indicatorPaths.budgetDepletion({ slo: [sloId], deployment: [deployment], ...range }),
        }}
      >
        <EndedPeriods answer={answer} />
      </Question>
      <Question number={2} question={questions.other} span={span}>
        <OtherTargets answer={answer} target={view.target} onTarget={onTarget} />
      </Question>
      <Question {...answerTo(3)} question={questions.useCase} span="">
        <p className="muted">
          Which journey of which users, and what it needs: {targetOf(answer.target)} is promised
          {slaTarget !== null && `, ${targetOf(slaTarget)} of it to customers`}.
        </p>
      </Question>
      <Question {...answerTo(4)} question={questions.effort} span="">
        <p className="muted">
          {room.leansTo === 'ask'
            ? `${room.representative} of ${room.counted} periods ended with ${percentOf(answer.least)} or more: it is for ${teamName} to say whether that was luck.`
            : `${teamName} may know a reason that figures do not show.`}
        </p>
      </Question>
      <Question {...answerTo(5)} question={questions.built} span="">
        <p className="muted">
          {reliabilityHint(sli)} Help with the work, as inner source, is easier to accept than a wish.
        </p>
      </Question>
      <Question
        {...answerTo(6)}
        question={questions.onCall}
        span=""
        link={{
          words: `On-call rotations of ${teamName}`,
          to: indicatorPaths.onCallRotations({ team: [team], service: [service], deployment: [deployment] }),
        }}
      >
        <p className="muted">Less budget is gone sooner: hours that nobody covers weigh more than before.</p>
      </Question>
      <Question {...answerTo(7)} question={questions.reply} span="">
        <p className="muted">
          Without an agreement there is another service, or a journey in which this one matters less.
        </p>
      </Question>
    </>
  )
}
