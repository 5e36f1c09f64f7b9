import { useQuery } from '@tanstack/react-query'

import type { ReactNode } from 'react'

import { agreementQueries } from '../../../api/agreement-queries.ts'
import type { SetSlo } from '../../../contract/set-slo.ts'
import type { DependencyAnswer } from '../../../domain/dependency-answers.ts'
import { formatTarget } from '../../../domain/format.ts'
import { NARROW_SPACE } from '../../../ui/figure.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Time } from '../../../ui/time.tsx'
import { setSloViewCodec, type SetSloView } from '../../../url/set-slo-view.ts'
import { useUrlState } from '../../../url/use-url-state.ts'
import { DecisionForm } from '../records/decision-form.tsx'
import { Leaning } from '../workflow/leaning.tsx'
import { useAnswers } from '../workflow/use-answers.ts'
import { TrayPart } from '../workflow/tray-part.tsx'
import { Questions } from '../workflow/questions.tsx'
import { WorkflowSheet } from '../workflow/workflow-sheet.tsx'
import { SetSloFilters } from './set-slo-filters.tsx'
import { SetSloQuestions } from './set-slo-questions.tsx'
import { sloSeed } from './slo-seed.ts'

const TITLE = 'Setting an SLO'

/** W4: what a first SLO of a service can lean on, by its dependencies and by its own history. */
export function SetSloSheet() {
  const [view, setView] = useUrlState(setSloViewCodec)
  const filters = (
    <SetSloFilters view={view} onChange={(change) => setView({ ...change, answers: [], target: null })} />
  )
  if (view.service === null)
    return (
      <WorkflowSheet
        title={TITLE}
        lede="What a first target can lean on, to be iterated."
        filters={filters}
        tray={null}
      >
        <Notice kind="missing" title="No service is chosen">
          Choose the service whose SLO is to be set: the catalog knows what it depends on.
        </Notice>
      </WorkflowSheet>
    )
  return (
    <ChosenService
      key={view.service}
      view={view}
      query={{ ...queryOf(view), service: view.service }}
      filters={filters}
      onChange={setView}
    />
  )
}

type ChosenServiceProps = Readonly<{
  view: SetSloView
  query: Parameters<typeof agreementQueries.setSlo>[0]
  filters: ReactNode
  onChange: (change: Partial<SetSloView>, options?: Readonly<{ replace?: boolean }>) => void
}>

function ChosenService({ view, query: asked, filters, onChange }: ChosenServiceProps) {
  const query = useQuery(agreementQueries.setSlo(asked))
  const { answers, answerTo, forget } = useAnswers(`set-slo ${asked.service}`)
  const found = query.data

  function answerFor(changed: DependencyAnswer) {
    onChange({ answers: [...view.answers.filter(({ name }) => name !== changed.name), changed] })
  }

  return (
    <WorkflowSheet
      title={TITLE}
      lede={found && <Lede found={found} />}
      filters={filters}
      tray={
        found === undefined ? null : (
          <>
            <Leaning
              leansTo={
                found.outcome.initial === null
                  ? null
                  : `${formatTarget(found.outcome.initial)}${NARROW_SPACE}% to begin with`
              }
              says={found.outcome.leaning}
              rule={found.outcome.rule}
            />
            <TrayPart title="Your decision" note="to be iterated">
              <DecisionForm draft={sloSeed(found, view, answers)} onSaved={forget} />
            </TrayPart>
          </>
        )
      }
    >
      <Questions query={query}>
        {(answer) => (
          <SetSloQuestions
            answer={answer}
            view={view}
            answerTo={answerTo}
            onAnswer={answerFor}
            onRemove={(name) => onChange({ answers: view.answers.filter((one) => one.name !== name) })}
            onTarget={(target) => onChange({ target }, { replace: true })}
          />
        )}
      </Questions>
    </WorkflowSheet>
  )
}

function Lede({ found: { service, deployment, dependencies, dataUpTo } }: Readonly<{ found: SetSlo }>) {
  const count = dependencies.length
  return (
    <span>
      {service.slug} of {service.teamName} in {deployment},{' '}
      {count === 0 ? 'no dependency' : `${count} ${count === 1 ? 'dependency' : 'dependencies'}`}. Data up to{' '}
      <Time at={dataUpTo} form="date-time" />.
    </span>
  )
}

function queryOf({ deployment, answers, target, at }: SetSloView) {
  const { answers: said } = setSloViewCodec.format({
    service: null,
    deployment: null,
    answers,
    target: null,
    at: null,
  })
  return {
    ...(deployment !== null && { deployment }),
    ...(said !== undefined && { answers: said }),
    ...(target !== null && { target }),
    ...(at !== null && { at }),
  }
}
