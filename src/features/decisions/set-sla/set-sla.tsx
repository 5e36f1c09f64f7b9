import { useQuery } from '@tanstack/react-query'

import { agreementQueries } from '../../../api/agreement-queries.ts'
import type { SetSla } from '../../../contract/set-sla.ts'
import { formatDay } from '../../../domain/day.ts'
import { counted } from '../../../domain/indicator-words.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Time } from '../../../ui/time.tsx'
import { setSlaViewCodec, type SetSlaView } from '../../../url/agreement-views.ts'
import { useUrlState } from '../../../url/use-url-state.ts'
import { DecisionForm } from '../records/decision-form.tsx'
import { AgreementFilters, rangeQuery } from '../workflow/agreement-filters.tsx'
import { Leaning } from '../workflow/leaning.tsx'
import { useAnswers } from '../workflow/use-answers.ts'
import { spanWords } from '../workflow/verdict-marks.tsx'
import { TrayPart } from '../workflow/tray-part.tsx'
import { Questions } from '../workflow/questions.tsx'
import { WorkflowSheet } from '../workflow/workflow-sheet.tsx'
import { SetSlaQuestions } from './set-sla-questions.tsx'
import { slaSeed } from './sla-seed.ts'

const leaningWords = {
  supports: 'Support for a tighter SLA',
  unclear: 'No clear support',
  against: 'No support for a tighter SLA',
} as const
const TITLE = 'Setting or tightening an SLA'

/** W5: whether every team that would have to hold it can. */
export function SetSlaSheet() {
  const [view, setView] = useUrlState(setSlaViewCodec)
  const query = useQuery(agreementQueries.setSla(queryOf(view)))
  const { answers, answerTo, forget } = useAnswers(`set-sla ${view.team.join()} ${view.contract.join()}`)
  const found = query.data
  return (
    <WorkflowSheet
      title={TITLE}
      lede={found && <Lede found={found} />}
      filters={<AgreementFilters name={TITLE} view={view} choices={found?.choices} onChange={setView} />}
      tray={
        found === undefined ? null : (
          <>
            <Leaning
              leansTo={leaningWords[found.outcome.leansTo]}
              says={found.outcome.leaning}
              rule={found.outcome.rule}
            />
            <TrayPart title="Penalties">
              <p>{found.outcome.penaltyWords}</p>
            </TrayPart>
            <TrayPart title="Your decision">
              <DecisionForm draft={slaSeed(found, view, answers)} onSaved={forget} />
            </TrayPart>
          </>
        )
      }
    >
      <Questions query={query}>
        {(answer) =>
          answer.teams.length === 0 ? (
            <Notice kind="filtered" title="No team in view carries a contractual SLA">
              Only endpoint-level SLAs that a contract rests on are asked about. Choose other teams or
              contracts.
            </Notice>
          ) : (
            <SetSlaQuestions answer={answer} view={view} answerTo={answerTo} />
          )
        }
      </Questions>
    </WorkflowSheet>
  )
}

function Lede({ found: { teams, choices, closedPeriods, dataUpTo } }: Readonly<{ found: SetSla }>) {
  const carried = new Set(teams.flatMap(({ contracts }) => contracts.map(({ slug }) => slug)))
  const begun = choices.contracts.filter(({ slug }) => carried.has(slug))
  return (
    <span>
      {counted(teams.length, 'team')} involved.{' '}
      {begun.map(
        ({ slug, name, since }) =>
          since && <span key={slug}>{`${name} holds from ${formatDay(since)} on. `}</span>,
      )}{' '}
      Evidence from {spanWords(closedPeriods)}. Data up to <Time at={dataUpTo} form="date-time" />.
    </span>
  )
}

function queryOf({ team, contract, deployment, range }: SetSlaView) {
  return {
    ...(team.length > 0 && { team: team.join(',') }),
    ...(contract.length > 0 && { contract: contract.join(',') }),
    ...(deployment.length > 0 && { deployment: deployment.join(',') }),
    ...rangeQuery(range),
  }
}
