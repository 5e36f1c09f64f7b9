import { useQuery } from '@tanstack/react-query'

import { downtimeQueries } from '../../../api/downtime-queries.ts'
import type { PlannedDowntimeEffect } from '../../../contract/planned-downtime.ts'
import { formatCount, formatDuration } from '../../../domain/format.ts'
import { NARROW_SPACE } from '../../../ui/figure.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Time } from '../../../ui/time.tsx'
import { useTimeZone } from '../../../ui/zone.tsx'
import { decisionPaths } from '../../../url/decision-paths.ts'
import { downtimeViewCodec, type DowntimeView } from '../../../url/downtime-view.ts'
import { hrefOf } from '../../../url/href.ts'
import { useUrlState } from '../../../url/use-url-state.ts'
import { DecisionForm } from '../records/decision-form.tsx'
import { Leaning } from '../workflow/leaning.tsx'
import { Questions } from '../workflow/questions.tsx'
import { WorkflowSheet } from '../workflow/workflow-sheet.tsx'
import { DowntimeFields } from './downtime-fields.tsx'
import { DowntimeQuestions } from './downtime-questions.tsx'
import { downtimeSeed, leaningWords } from './downtime-words.ts'

const TITLE = 'Planned downtime'
/** May we deploy now, how much budget would the downtime use, and when would it use least? */
export function PlannedDowntime() {
  const [view, setView] = useUrlState(downtimeViewCodec)
  const query = useQuery({
    ...downtimeQueries.effect(queryOf(view)),
    enabled: view.service !== null && view.deployment !== null,
  })
  const isChosen = view.service !== null && view.deployment !== null
  return (
    <WorkflowSheet
      title={TITLE}
      lede={
        query.data ? (
          <Subject effect={query.data} />
        ) : (
          'What a deployment that takes a service down would cost, and when it would cost least'
        )
      }
      filters={<DowntimeFields view={view} effect={query.data} onChange={setView} />}
      tray={query.data && isChosen && <Outcome effect={query.data} view={view} />}
    >
      {isChosen ? (
        <Questions query={query}>
          {(effect) => <DowntimeQuestions effect={effect} onStart={(from) => setView({ from })} />}
        </Questions>
      ) : (
        <Notice kind="missing" title="Which service, and where?">
          Every SLO it has there is then held against the downtime.
        </Notice>
      )}
    </WorkflowSheet>
  )
}

function queryOf({ service, deployment, minutes, failingPercent, from }: DowntimeView) {
  return {
    service: service ?? '',
    deployment: deployment ?? '',
    minutes,
    failing: failingPercent,
    ...(from !== null && { from }),
  }
}

function Subject({ effect }: Readonly<{ effect: PlannedDowntimeEffect }>) {
  const { service, deployment, minutes, failingPercent, from, budgets, dataUpTo } = effect
  return (
    <span>
      {service} in {deployment}, {formatDuration(minutes / 60)} from <Time at={from} form="full" />
      {failingPercent < 100 && `, in which ${failingPercent}${NARROW_SPACE}% fails`}.{' '}
      {formatCount(budgets.length)} SLO{budgets.length === 1 ? '' : 's'}. Data up to{' '}
      <Time at={dataUpTo} form="date-time" />.
    </span>
  )
}

function Outcome({ effect, view }: Readonly<{ effect: PlannedDowntimeEffect; view: DowntimeView }>) {
  const { leansTo, says, rule } = effect.outcome
  const timeZone = useTimeZone()
  const href = hrefOf(decisionPaths.plannedDowntime({ ...view, from: effect.from }))
  return (
    <>
      <Leaning leansTo={leansTo === null ? null : leaningWords[leansTo]} says={says} rule={rule} />
      <DecisionForm
        key={`${effect.service} ${effect.deployment}`}
        draft={downtimeSeed(effect, href, timeZone)}
      />
    </>
  )
}
