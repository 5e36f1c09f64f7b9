import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { chaosQueries } from '../../../api/chaos-queries.ts'
import { usePresent } from '../../../api/present.ts'
import type { ChaosHypothesis } from '../../../contract/chaos-hypothesis.ts'
import { AsOfNote } from '../../../ui/as-of-note.tsx'
import { later } from '../../../ui/later.tsx'
import { Time } from '../../../ui/time.tsx'
import { chaosViewCodec, type ChaosView } from '../../../url/chaos-view.ts'
import { useUrlState } from '../../../url/use-url-state.ts'
import { Leaning } from '../workflow/leaning.tsx'
import { TrayPart } from '../workflow/tray-part.tsx'
import { Questions } from '../workflow/questions.tsx'
import { WorkflowSheet } from '../workflow/workflow-sheet.tsx'
import { ChaosFilters } from './chaos-filters.tsx'
import { ChaosQuestions } from './chaos-questions.tsx'
import { chaosSeed, type ChaosAnswers } from './chaos-seed.ts'
import { leaningWords, subjectOf } from './chaos-words.ts'
import { proposedHypothesis, type Hypothesis } from './hypothesis-fields.tsx'

/** What is decided at the end is not waited for at the beginning. */
const DecisionForm = later(async () => (await import('../records/decision-form.tsx')).DecisionForm)

/** What a person typed about one SLO: what is said of another stays with that one. */
type Typed = Readonly<{ answers: Partial<ChaosAnswers>; hypothesis: Partial<Hypothesis> }>

const NOTHING_TYPED: Typed = { answers: {}, hypothesis: {} }

/** W7: which SLO is put to the test, by which harm, and what should hold all the same. */
export function ChaosHypothesisSheet() {
  const [view, setView] = useUrlState(chaosViewCodec)
  const query = useQuery(chaosQueries.hypothesis(queryOf(view)))
  const [typed, setTyped] = useState<Readonly<Record<string, Typed>>>({})
  const chosen = query.data?.chosen ?? null
  const subject = chosen === null ? '' : subjectOf(chosen)
  const own = typed[subject] ?? NOTHING_TYPED
  const answers: ChaosAnswers = { defended: '', patterns: '', weeks: '', ...own.answers }
  const hypothesis = chosen === null ? null : { ...proposedHypothesis(chosen), ...own.hypothesis }
  const type = (part: Partial<Typed>) => setTyped((held) => ({ ...held, [subject]: { ...own, ...part } }))

  return (
    <WorkflowSheet
      title="Chaos hypothesis"
      lede={<Lede answer={query.data} at={view.at} />}
      filters={<ChaosFilters view={view} choices={query.data?.choices} onChange={setView} />}
      tray={
        query.data && (
          <>
            <Leaning
              leansTo={query.data.outcome.leansTo === null ? null : leaningWords[query.data.outcome.leansTo]}
              says={query.data.outcome.says}
              rule={query.data.outcome.rule}
            />
            {chosen !== null && hypothesis !== null && (
              <TrayPart title="Your decision" note={hypothesis.environment}>
                <DecisionForm
                  key={subject}
                  draft={chaosSeed(query.data, chosen, view, { answers, hypothesis })}
                />
              </TrayPart>
            )}
          </>
        )
      }
    >
      <Questions query={query}>
        {(answer) => (
          <ChaosQuestions
            answer={answer}
            view={view}
            answers={answers}
            hypothesis={hypothesis}
            onChoose={(candidate) => setView({ subject: subjectOf(candidate) })}
            onAnswer={(part) => type({ answers: { ...own.answers, ...part } })}
            onHypothesis={(part) => type({ hypothesis: { ...own.hypothesis, ...part } })}
          />
        )}
      </Questions>
    </WorkflowSheet>
  )
}

function queryOf({ team, service, deployment, subject, at }: ChaosView) {
  return {
    ...(team !== '' && { team }),
    ...(service !== '' && { service }),
    ...(deployment !== '' && { deployment }),
    ...(subject !== '' && { subject }),
    ...(at !== null && { at }),
  }
}

type LedeProps = Readonly<{ answer: ChaosHypothesis | undefined; at: string | null }>

function Lede({ answer, at }: LedeProps) {
  const present = usePresent()
  const purpose = 'Which SLO is defended well enough to be put to the test, and what should hold under harm.'
  if (at !== null)
    return (
      <p>
        {purpose} <AsOfNote at={at} parts="costs" kept={present} />
      </p>
    )
  return (
    <p>
      {purpose}
      {answer && (
        <>
          {' '}
          Data up to <Time at={answer.dataUpTo} form="full" />.
        </>
      )}
    </p>
  )
}
