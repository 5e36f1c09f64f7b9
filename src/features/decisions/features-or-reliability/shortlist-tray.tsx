import { useState } from 'react'

import type { FeaturesOrReliability, ShortlistedOnWire } from '../../../contract/features-or-reliability.ts'
import { endpointWords } from '../../../domain/endpoint-words.ts'
import { formatCount } from '../../../domain/format.ts'
import { Button } from '../../../ui/button.tsx'
import { EndpointName } from '../../../ui/endpoint-name.tsx'
import { CellLink } from '../../../url/cell-link.tsx'
import { findingPath } from './finding-path.ts'
import styles from './shortlist-tray.module.css'

const questions = [1, 2, 3, 4, 5] as const
/** More come of many ties alone, and stand far above what they say. */
const SHOWN = 40

type ShortlistTrayProps = Readonly<{ shortlist: FeaturesOrReliability['shortlist'] }>

/** What the questions name, each once, with the questions that name it. */
export function ShortlistTray({ shortlist }: ShortlistTrayProps) {
  const [isWhole, setIsWhole] = useState(false)
  const shown = isWhole ? shortlist : shortlist.slice(0, SHOWN)
  return (
    <section aria-labelledby="shortlist">
      <div className={styles['head']}>
        <h2 id="shortlist">Shortlist</h2>
        <span role="status">
          {formatCount(shortlist.length)} distinct endpoint{shortlist.length === 1 ? '' : 's'}
        </span>
      </div>
      {shortlist.length === 0 ? (
        <p className={styles['none']}>No row is picked.</p>
      ) : (
        <ol className={styles['rows']}>
          {shown.map((row) => (
            <Row key={`${row.service} ${endpointWords(row.endpoint)} ${row.deployments.join()}`} row={row} />
          ))}
        </ol>
      )}
      {shown.length < shortlist.length && (
        <p className={styles['none']}>
          <Button onClick={() => setIsWhole(true)}>
            Show {formatCount(shortlist.length - shown.length)} more
          </Button>
        </p>
      )}
    </section>
  )
}

function Row({ row }: Readonly<{ row: ShortlistedOnWire }>) {
  const { service, team, endpoint, deployments, slo } = row
  const [first = ''] = deployments
  const where = deployments.join(', ')
  return (
    <li>
      <span
        className={styles['marks']}
        role="img"
        aria-label={`Question${row.questions.length === 1 ? '' : 's'} ${row.questions.join(', ')}`}
      >
        {questions.map((question) => (
          <i key={question} className={row.questions.includes(question) ? styles['hit'] : undefined}>
            {question}
          </i>
        ))}
      </span>
      <span className={styles['name']} title={`${service} ${endpointWords(endpoint)}, ${where}`}>
        <CellLink {...findingPath({ team, service, deployment: slo?.deployment ?? first, slo })}>
          <b>{service}</b> <EndpointName verb={endpoint.verb} path={endpoint.path} />
        </CellLink>
        <span className="muted">, </span>
        <span className={styles['where']}>
          {deployments.length === 1 ? first : `${deployments.length} deployments`}
        </span>
      </span>
    </li>
  )
}

type ShortlistScaleProps = Readonly<{
  outcome: FeaturesOrReliability['outcome']
  onPicks: (picks: number) => void
  /** Takes back what was left out and added. */
  onUntouched: () => void
}>

/** What the length of the list says, on the scale between the picks of one list and those of all six. */
export function ShortlistScale({ outcome, onPicks, onUntouched }: ShortlistScaleProps) {
  const { length, shortest, longest, ownLength, leftOutCount, addedCount, tellingPicks } = outcome
  const share = Math.min(1, Math.max(0, (length - shortest) / (longest - shortest)))
  const left = `${share * 100}%`
  return (
    <section className={styles['says']} aria-labelledby="list-says">
      <h2 id="list-says">What the list says</h2>
      {outcome.rule !== null && (
        <>
          <div className={styles['scale']} aria-hidden="true">
            <span>{shortest}</span>
            <span>{longest}</span>
            <i style={{ left }} />
            <b style={{ left }}>{length}</b>
          </div>
          <div className={styles['ends']} aria-hidden="true">
            <span>short: room for features</span>
            <span>long: reliability first</span>
          </div>
        </>
      )}
      <p>
        {outcome.says} <b>{outcome.leaning}</b>
      </p>
      {leftOutCount + addedCount > 0 && (
        <>
          <p>
            By hand: {formatCount(leftOutCount)} left out, {formatCount(addedCount)} added. What the data lean
            to is read from the lists as they are, which name {formatCount(ownLength)}.
          </p>
          <p>
            <Button onClick={onUntouched}>Take it back</Button>
          </p>
        </>
      )}
      {tellingPicks !== null && (
        <p>
          <Button onClick={() => onPicks(tellingPicks)}>
            Ask with {tellingPicks} {tellingPicks === 1 ? 'pick' : 'picks'}
          </Button>
        </p>
      )}
      {outcome.rule !== null && <p className={styles['rule']}>{outcome.rule}</p>}
    </section>
  )
}
