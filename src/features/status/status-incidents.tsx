import { useState } from 'react'

import type { StatusBoard, StatusIncident } from '../../contract/status.ts'
import { formatDuration } from '../../domain/format.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Time } from '../../ui/time.tsx'
import { usePermission } from '../../api/use-permission.ts'
import styles from './status.module.css'
import { TellDialog } from './tell-dialog.tsx'

const MINUTES_PER_HOUR = 60

/** What is wrong now and what people were told, then what was over in the last days. */
export function StatusIncidents({ board }: Readonly<{ board: StatusBoard }>) {
  const open = board.incidents.filter(({ resolvedAt }) => resolvedAt === null)
  const over = board.incidents.filter(({ resolvedAt }) => resolvedAt !== null)
  return (
    <>
      <section className={styles['incidents']} aria-labelledby="status-open">
        <h2 id="status-open">Now</h2>
        {open.length === 0 ? (
          <Notice kind="good" title="Nothing is wrong that people were to be told of" />
        ) : (
          <ul>
            {open.map((incident) => (
              <IncidentItem
                key={incident.id}
                incident={incident}
                canTell={board.audience === 'organization'}
              />
            ))}
          </ul>
        )}
      </section>
      <section className={styles['incidents']} aria-labelledby="status-over">
        <h2 id="status-over">
          Over, since <Time at={board.historyFrom} form="date" />
        </h2>
        {over.length === 0 ? (
          <p className="muted">No incident ended in the last seven days.</p>
        ) : (
          <details className={styles['over']}>
            <summary>
              {over.length} {over.length === 1 ? 'incident' : 'incidents'}
            </summary>
            <ul>
              {over.map((incident) => (
                <IncidentItem key={incident.id} incident={incident} canTell={false} />
              ))}
            </ul>
          </details>
        )}
      </section>
    </>
  )
}

type IncidentItemProps = Readonly<{ incident: StatusIncident; canTell: boolean }>

function IncidentItem({ incident, canTell }: IncidentItemProps) {
  const { title, services, deployments, priority, severity, startedAt, resolvedAt, updates } = incident
  const [isTelling, setIsTelling] = useState(false)
  const names = services.map(({ name }) => name).join(', ')
  return (
    <li
      className={incident.isImpacting ? `${styles['incident']} ${styles['isImpacting']}` : styles['incident']}
    >
      <div className={styles['head']}>
        <h3>
          {names}
          {deployments.length > 0 && ` in ${deployments.join(', ')}`}
        </h3>
        {canTell && <Tell names={names} onTell={() => setIsTelling(true)} />}
      </div>
      <p className={styles['facts']}>
        {priority === null ? 'No priority' : `Priority ${priority}`}
        {severity !== null && `, ${severity}`}, since <Time at={startedAt} form="day-time" />
        {resolvedAt !== null && (
          <>
            {' '}
            until <Time at={resolvedAt} form="day-time" />
          </>
        )}
        {title !== null && `. ${title}`}
      </p>
      <Due incident={incident} canTell={canTell} />
      {updates.length === 0 ? (
        <p className="muted">Nothing has been written about it yet.</p>
      ) : (
        <>
          <Updates updates={updates.slice(0, NEWEST)} isSigned={canTell} />
          {updates.length > NEWEST && (
            <details className={styles['over']}>
              <summary>{updates.length - NEWEST} earlier</summary>
              <Updates updates={updates.slice(NEWEST)} isSigned={canTell} />
            </details>
          )}
        </>
      )}
      {isTelling && <TellDialog incident={incident} onClose={() => setIsTelling(false)} />}
    </li>
  )
}

/** Who comes now needs the last word and the one before it. */
const NEWEST = 2

type UpdatesProps = Readonly<{
  updates: StatusIncident['updates']
  /** With whose words they are, and for whom. */ isSigned: boolean
}>

function Updates({ updates, isSigned }: UpdatesProps) {
  return (
    <ol className={styles['updates']}>
      {updates.map(({ key, bracket, text, by, at, audience }) => (
        <li key={key}>
          <span className={styles['stamp']}>
            <Time at={at} form="date-time" />, {bracketWords[bracket]}
            {isSigned && `, ${by}, for ${audience}`}
          </span>
          <span>{text}</span>
        </li>
      ))}
    </ol>
  )
}

const bracketWords = { first: 'first', progress: 'in progress', last: 'last' } as const

/** When what was announced is due by its priority is a rule of the house: others hear what was announced. */
function Due({
  canTell,
  incident: { nextDueAt, isOverdue, updates, toldMinutes, resolvedAt },
}: IncidentItemProps) {
  const announced = resolvedAt === null ? (updates[0]?.nextAt ?? null) : null
  if (toldMinutes !== null)
    return (
      <p className={styles['facts']}>
        Told for {formatDuration(toldMinutes / MINUTES_PER_HOUR)}, from the first word to the last.
      </p>
    )
  if (announced === null && nextDueAt === null) return null
  return (
    <p className={isOverdue ? styles['overdue'] : styles['facts']}>
      {announced !== null && (
        <>
          Next update announced for <Time at={announced} form="date-time" />.{' '}
        </>
      )}
      {nextDueAt !== null && (canTell || announced === null || isOverdue) && (
        <>
          {isOverdue ? 'By its priority it was due at ' : 'By its priority it is due by '}
          <Time at={nextDueAt} form="date-time" />.
        </>
      )}
    </p>
  )
}

function Tell({ names, onTell }: Readonly<{ names: string; onTell: () => void }>) {
  const { whyNot } = usePermission('announce-status', null)
  return (
    <Button
      aria-label={`Write an update on ${names}`}
      disabled={whyNot !== null}
      title={whyNot ?? undefined}
      onClick={onTell}
    >
      Write an update
    </Button>
  )
}
