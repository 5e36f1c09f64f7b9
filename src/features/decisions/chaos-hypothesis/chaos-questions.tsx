import type { ChaosCandidate, ChaosHypothesis } from '../../../contract/chaos-hypothesis.ts'
import { formatSpeed } from '../../../domain/format.ts'
import { counted } from '../../../domain/indicator-words.ts'
import { NARROW_SPACE } from '../../../ui/figure.tsx'
import { indicatorNames } from '../../../url/indicator-names.ts'
import type { ChaosView } from '../../../url/chaos-view.ts'
import { paths } from '../../../url/paths.ts'
import { Question } from '../workflow/question.tsx'
import { spanWords, VerdictMarks } from '../workflow/verdict-marks.tsx'
import styles from './chaos-hypothesis.module.css'
import type { ChaosAnswers } from './chaos-seed.ts'
import { linksOf, nameOf, questions } from './chaos-words.ts'
import { CandidateTable, SliTable } from './defended-tables.tsx'
import { HypothesisFields, type Hypothesis } from './hypothesis-fields.tsx'
import { EpisodeTable, WeekTable } from './pattern-tables.tsx'

type ChaosQuestionsProps = Readonly<{
  answer: ChaosHypothesis
  view: ChaosView
  answers: ChaosAnswers
  /** Null where nothing is chosen. */
  hypothesis: Hypothesis | null
  onChoose: (candidate: ChaosCandidate) => void
  onAnswer: (part: Partial<ChaosAnswers>) => void
  onHypothesis: (part: Partial<Hypothesis>) => void
}>

export function ChaosQuestions(props: ChaosQuestionsProps) {
  const { answer, view, answers, hypothesis, onChoose, onAnswer, onHypothesis } = props
  const { chosen, periods, lastPeriods, defendedCount, candidates } = answer
  const links = linksOf({ answer, view, at: view.at })
  const typed = (name: keyof ChaosAnswers) => ({
    value: answers[name],
    onChange: (text: string) => onAnswer({ [name]: text }),
  })
  return (
    <>
      <Question
        number={1}
        question={questions.slos}
        span={view.at === null ? 'now' : 'then'}
        link={{ words: 'SLOs by service', to: links.slos }}
      >
        <SliTable answer={answer} />
      </Question>
      {answer.seriesCount > 0 && (
        <Question
          number={2}
          question={questions.defended}
          span={
            periods.length === 0
              ? spanWords(periods)
              : `${spanWords(lastPeriods)}, kept in ${spanWords(periods)}`
          }
          link={{
            words:
              defendedCount > candidates.length
                ? `All ${counted(defendedCount, 'defended budget')} in SLO adherence`
                : 'SLO adherence',
            to: links.defended,
          }}
          {...(chosen !== null && { answer: typed('defended') })}
        >
          <CandidateTable answer={answer} onChoose={onChoose} />
        </Question>
      )}
      {chosen !== null && (
        <>
          <Question
            number={3}
            question={questions.patterns}
            span={spanWords(lastPeriods)}
            link={{ words: `${indicatorNames['error-budget-depletion']} as graphs`, to: links.patterns }}
            answer={typed('patterns')}
          >
            <p className={styles['subject']}>
              <b>{nameOf(chosen)}</b>, {chosen.deployment}{' '}
              <VerdictMarks cells={chosen.cells} periods={lastPeriods} />
              {chosen.averageSpeed !== null && (
                <span className="muted">
                  {' '}
                  average speed {formatSpeed(chosen.averageSpeed)}
                  {NARROW_SPACE}%/h
                </span>
              )}
            </p>
            <EpisodeTable key={nameOf(chosen)} chosen={chosen} />
          </Question>
          <Question
            number={4}
            question={questions.weeks}
            span={`the last ${counted(chosen.weeks.length, 'whole week')}`}
            link={{ words: 'The page of the SLO', to: paths.slo(chosen) }}
            answer={typed('weeks')}
          >
            <WeekTable weeks={chosen.weeks} />
          </Question>
        </>
      )}
      {chosen !== null && hypothesis !== null && (
        <Question number={5} question={questions.hypothesis} span="">
          <HypothesisFields chosen={chosen} hypothesis={hypothesis} onChange={onHypothesis} />
        </Question>
      )}
    </>
  )
}
