import { useQuery } from '@tanstack/react-query'

import { dependencyQueries } from '../../../api/dependency-queries.ts'
import type { TighterSlo } from '../../../contract/tighter-slo.ts'
import { endpointWords } from '../../../domain/endpoint-words.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Time } from '../../../ui/time.tsx'
import { decisionPaths } from '../../../url/decision-paths.ts'
import { hrefOf } from '../../../url/href.ts'
import { tighterSloViewCodec, type TighterSloView } from '../../../url/tighter-slo-view.ts'
import { useUrlState } from '../../../url/use-url-state.ts'
import { DecisionForm } from '../records/decision-form.tsx'
import { Leaning } from '../workflow/leaning.tsx'
import { useAnswers } from '../workflow/use-answers.ts'
import { Questions } from '../workflow/questions.tsx'
import { WorkflowSheet } from '../workflow/workflow-sheet.tsx'
import { TighterSloFilters } from './tighter-slo-filters.tsx'
import { TighterSloQuestions } from './tighter-slo-questions.tsx'
import { leaningWords, targetOf, tighterSloSeed } from './tighter-slo-words.ts'

/** W2: a new use case needs more than a dependency promises. Is there room, and what follows either way? */
export function TighterSloSheet() {
  const [view, setView] = useUrlState(tighterSloViewCodec)
  const { answers, answerTo, forget } = useAnswers(`tighter-slo ${view.slo ?? ''}`)
  const isChosen = view.slo !== null
  const query = useQuery({ ...dependencyQueries.tighterSlo(queryOf(view)), enabled: isChosen })
  const answer = isChosen ? query.data : undefined
  return (
    <WorkflowSheet
      title="Tighter SLO of a dependency"
      lede={
        answer ? (
          <Subject answer={answer} at={view.at} />
        ) : (
          'When a use case needs more than a dependency promises: whether there is room to ask for it'
        )
      }
      filters={<TighterSloFilters view={view} answer={answer} onChange={setView} />}
      tray={
        answer && (
          <>
            <Leaning
              leansTo={answer.room.leansTo === null ? null : leaningWords[answer.room.leansTo]}
              says={answer.says}
              rule={answer.rule}
            />
            <DecisionForm
              key={answer.sloId}
              onSaved={forget}
              draft={tighterSloSeed(answer, {
                answers,
                href: hrefOf(decisionPaths.tighterSlo({ ...view, at: view.at ?? answer.dataUpTo })),
                team: view.team,
                target: view.target,
              })}
            />
          </>
        )
      }
    >
      {isChosen ? (
        <Questions query={query}>
          {(found) => (
            <TighterSloQuestions
              answer={found}
              view={view}
              answerTo={answerTo}
              onTarget={(target) => setView({ target })}
            />
          )}
        </Questions>
      ) : (
        <Notice kind="missing" title="Which SLO is too loose?">
          Choose the service that is called, then its SLO. How its closed periods ended is then held against a
          tighter target.
        </Notice>
      )}
    </WorkflowSheet>
  )
}

function queryOf({ slo, deployment, target, periods, at }: TighterSloView) {
  return {
    slo: slo ?? '',
    ...(deployment !== null && { deployment }),
    ...(target !== null && { target }),
    periods,
    ...(at !== null && { at }),
  }
}

function Subject({ answer, at }: Readonly<{ answer: TighterSlo; at: string | null }>) {
  const { service, endpoint, sliName, target, teamName, deployment, dataUpTo } = answer
  return (
    <p>
      {service} {endpointWords(endpoint)}, {sliName} {targetOf(target)} in {deployment}, owned by {teamName}.{' '}
      {at === null ? 'Data up to' : 'Fixed by the link, as of'} <Time at={dataUpTo} form="date-time" />.
    </p>
  )
}
