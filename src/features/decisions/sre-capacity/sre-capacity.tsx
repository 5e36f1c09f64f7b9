import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { agreementQueries } from '../../../api/agreement-queries.ts'
import type { SreCapacity } from '../../../contract/sre-capacity.ts'
import { Notice } from '../../../ui/notice.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { Time } from '../../../ui/time.tsx'
import { sreCapacityViewCodec, type SreCapacityView } from '../../../url/agreement-views.ts'
import { useUrlState } from '../../../url/use-url-state.ts'
import { DecisionForm } from '../records/decision-form.tsx'
import { AgreementFilters, rangeQuery } from '../workflow/agreement-filters.tsx'
import { useAnswers } from '../workflow/use-answers.ts'
import { spanWords } from '../workflow/verdict-marks.tsx'
import { TrayPart } from '../workflow/tray-part.tsx'
import { Questions } from '../workflow/questions.tsx'
import { WorkflowSheet } from '../workflow/workflow-sheet.tsx'
import { capacityOptions, capacitySeed, optionWords, type CapacityOption } from './capacity-seed.ts'
import { CapacityQuestions } from './capacity-questions.tsx'
import { SignCounts } from './sign-counts.tsx'
import styles from './sre-capacity.module.css'

const TITLE = 'SRE capacity for a team'

/** W6: which signs of need a team shows. They are counted; whom to give people to is decided by people. */
export function SreCapacitySheet() {
  const [view, setView] = useUrlState(sreCapacityViewCodec)
  const query = useQuery(agreementQueries.sreCapacity(queryOf(view)))
  const found = query.data
  const { answers, answerTo, forget } = useAnswers(`sre-capacity ${view.team.join()}`)
  return (
    <WorkflowSheet
      title={TITLE}
      lede={found && <Lede found={found} />}
      filters={<AgreementFilters name={TITLE} view={view} choices={found?.choices} onChange={setView} />}
      tray={
        found === undefined || found.teams.length === 0 ? null : (
          <Tray found={found} view={view} answers={answers} onSaved={forget} />
        )
      }
    >
      <Questions query={query}>
        {(answer) =>
          answer.teams.length === 0 ? (
            <Notice kind="filtered" title="No team in view has a service here">
              Choose other teams or deployments.
            </Notice>
          ) : (
            <CapacityQuestions answer={answer} view={view} answerTo={answerTo} />
          )
        }
      </Questions>
    </WorkflowSheet>
  )
}

type TrayProps = Readonly<{
  found: SreCapacity
  view: SreCapacityView
  answers: Readonly<Record<number, string>>
  onSaved: () => void
}>

function Tray({ found, view, answers, onSaved }: TrayProps) {
  const [chosen, setChosen] = useState<string | null>(null)
  const [option, setOption] = useState<CapacityOption>('developer')
  const [first] = found.teams
  const team = found.teams.find(({ slug }) => slug === chosen) ?? first
  if (team === undefined) return null
  return (
    <>
      <TrayPart title="Signs of need" note="no verdict">
        <p role="status">{found.says}</p>
        <SignCounts teams={found.teams} />
        <p className={styles['rule']}>{found.rule}</p>
      </TrayPart>
      <TrayPart title="Your decision">
        <div className={styles['choice']}>
          <SelectField
            label="About"
            value={team.slug}
            options={found.teams.map(({ slug, name }) => ({ value: slug, label: name }))}
            onChange={setChosen}
          />
          <SelectField
            label="Option"
            value={option}
            options={capacityOptions.map((value) => ({ value, label: optionWords[value].label }))}
            onChange={setOption}
          />
        </div>
        <DecisionForm
          key={team.slug}
          draft={capacitySeed(found, team, option, view, answers)}
          onSaved={onSaved}
        />
      </TrayPart>
    </>
  )
}

function Lede({ found: { teams, periods, dataUpTo } }: Readonly<{ found: SreCapacity }>) {
  const [only] = teams
  const who = teams.length === 1 && only !== undefined ? only.name : `${teams.length} teams`
  return (
    <span>
      {who}, evidence from {spanWords(periods)}. On-call as it is now. Data up to{' '}
      <Time at={dataUpTo} form="date-time" />.
    </span>
  )
}

function queryOf({ team, deployment, range }: SreCapacityView) {
  return {
    ...(team.length > 0 && { team: team.join(',') }),
    ...(deployment.length > 0 && { deployment: deployment.join(',') }),
    ...rangeQuery(range),
  }
}
