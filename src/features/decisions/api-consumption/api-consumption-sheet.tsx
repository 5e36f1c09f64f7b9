import { useQuery } from '@tanstack/react-query'

import { dependencyQueries } from '../../../api/dependency-queries.ts'
import type { ApiConsumption } from '../../../contract/api-consumption.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Time } from '../../../ui/time.tsx'
import { apiConsumptionViewCodec, type ApiConsumptionView } from '../../../url/api-consumption-view.ts'
import { CellLink } from '../../../url/cell-link.tsx'
import { decisionPaths } from '../../../url/decision-paths.ts'
import { hrefOf } from '../../../url/href.ts'
import { paths } from '../../../url/paths.ts'
import { useUrlState } from '../../../url/use-url-state.ts'
import { DecisionForm } from '../records/decision-form.tsx'
import { Leaning } from '../workflow/leaning.tsx'
import { useAnswers } from '../workflow/use-answers.ts'
import { Questions } from '../workflow/questions.tsx'
import { WorkflowSheet } from '../workflow/workflow-sheet.tsx'
import { ApiConsumptionFilters } from './api-consumption-filters.tsx'
import { ApiConsumptionQuestions } from './api-consumption-questions.tsx'
import { apiConsumptionSeed, leaningWords } from './api-consumption-words.ts'

/** W1: before a service is integrated. What does it promise, what is it worth, and how ready must its caller be? */
export function ApiConsumptionSheet() {
  const [view, setView] = useUrlState(apiConsumptionViewCodec)
  const { answers, answerTo, forget } = useAnswers(`api-consumption ${view.service ?? ''}`)
  const isChosen = view.service !== null
  const query = useQuery({ ...dependencyQueries.consumption(queryOf(view)), enabled: isChosen })
  const answer = isChosen ? query.data : undefined
  return (
    <WorkflowSheet
      title="Consuming an API"
      lede={
        answer ? (
          <Subject answer={answer} at={view.at} />
        ) : (
          'Before a service is integrated: which SLOs it has, how they were kept, and how ready its callers have to be'
        )
      }
      filters={<ApiConsumptionFilters view={view} answer={answer} onChange={setView} />}
      tray={
        answer?.without === null && (
          <>
            <Leaning
              leansTo={answer.outcome.leansTo === null ? null : leaningWords[answer.outcome.leansTo]}
              says={answer.outcome.says}
              rule={answer.outcome.rule}
            />
            <DecisionForm
              key={answer.service}
              onSaved={forget}
              draft={apiConsumptionSeed(answer, {
                answers,
                href: hrefOf(decisionPaths.apiConsumption({ ...view, at: view.at ?? answer.dataUpTo })),
                team: view.team,
              })}
            />
          </>
        )
      }
    >
      {isChosen ? (
        <Questions query={query}>
          {(found) =>
            found.without === null ? (
              <ApiConsumptionQuestions answer={found} view={view} answerTo={answerTo} />
            ) : (
              <Notice
                kind="missing"
                title="There is nothing to decide by yet"
                action={
                  <CellLink className="link" {...paths.catalog(found.service)}>
                    {found.service} in the service catalog
                  </CellLink>
                }
              >
                {found.without}
              </Notice>
            )
          }
        </Questions>
      ) : (
        <Notice kind="missing" title="Which service is to be called?">
          Choose it, and where: what it promises there is then held against how it was kept.
        </Notice>
      )}
    </WorkflowSheet>
  )
}

function queryOf({ service, deployment, sli, at }: ApiConsumptionView) {
  return {
    service: service ?? '',
    ...(deployment !== null && { deployment }),
    ...(sli.length > 0 && { sli: sli.join(',') }),
    ...(at !== null && { at }),
  }
}

function Subject({ answer, at }: Readonly<{ answer: ApiConsumption; at: string | null }>) {
  const { service, deployment, teamName, dataUpTo } = answer
  return (
    <p>
      {service}
      {deployment !== null && ` in ${deployment}`}, owned by {teamName}.{' '}
      {at === null ? 'Data up to' : 'Fixed by the link, as of'} <Time at={dataUpTo} form="date-time" />.
    </p>
  )
}
