import { Link } from '@tanstack/react-router'

import type { BudgetHistory } from '../../contract/budget-history.ts'
import type { Situation } from '../../contract/on-call.ts'
import { formatTarget } from '../../domain/format.ts'
import { buttonClass } from '../../ui/button.tsx'
import { EndpointName } from '../../ui/endpoint-name.tsx'
import { Figure } from '../../ui/figure.tsx'
import { Icon } from '../../ui/icon.tsx'
import { thresholdWords } from '../../ui/slo-words.ts'
import { StateGlyph } from '../../ui/state-glyph.tsx'
import { stateWords } from '../../ui/state-words.ts'
import { paths } from '../../url/paths.ts'
import styles from './detail-head.module.css'
import { NewTab } from '../../ui/new-tab.tsx'

type DetailHeadProps = Readonly<{ history: BudgetHistory; situation: Situation | undefined }>

export function DetailHead({ history, situation }: DetailHeadProps) {
  const state = history.periods.at(-1)?.budget.state ?? 'no-data'
  const incident = situation?.incidents[0]
  const runbook = situation?.runbook?.url ?? null
  return (
    <div className={styles['head']}>
      <h2>
        <StateGlyph state={state} label={stateWords[state]} />
        <b>{history.service}</b>
        <span>
          <EndpointName {...history.endpoint} />
        </span>
        <span className="muted">
          {history.sliName} <Figure value={formatTarget(history.target)} unit="%" />{' '}
          {history.thresholdMs !== null && thresholdWords(history.thresholdMs)}
        </span>
        <span className="muted">{history.deployment}</span>
      </h2>
      <div className={styles['acts']}>
        <Link className={buttonClass(runbook === null ? 'primary' : 'plain')} {...paths.slo(history)}>
          <Icon name="chart" />
          Open SLO
        </Link>
        <span className={styles['reach']}>
          {incident && <IncidentLink incident={incident} />}
          {runbook !== null && (
            <a className={buttonClass('primary')} href={runbook} target="_blank" rel="noreferrer">
              <Icon name="book" />
              Runbook
              <NewTab />
            </a>
          )}
        </span>
      </div>
    </div>
  )
}

function IncidentLink({
  incident: { id, title, url },
}: Readonly<{ incident: Situation['incidents'][number] }>) {
  const words = (
    <>
      <Icon name="speech" />
      <span className={styles['id']}>Incident {id.replace(/^inc-/, '')}</span>
    </>
  )
  if (url === null)
    return (
      <span className={styles['told']} title={title ?? undefined}>
        {words}
      </span>
    )
  return (
    <a className={buttonClass()} href={url} title={title ?? undefined} target="_blank" rel="noreferrer">
      {words}
      <Icon name="beside" />
      <NewTab />
    </a>
  )
}
