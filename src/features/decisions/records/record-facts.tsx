import { Link } from '@tanstack/react-router'

import type { DecisionDetail } from '../../../contract/decision-answers.ts'
import type { DecisionBody } from '../../../contract/decisions.ts'
import { formatDay } from '../../../domain/day.ts'
import { Absent } from '../../../ui/absent.tsx'
import { Time } from '../../../ui/time.tsx'
import { decisionPaths } from '../../../url/decision-paths.ts'
import { stateWords } from './decision-words.ts'
import styles from './record.module.css'

type RecordFactsProps = Readonly<{ detail: DecisionDetail; body: DecisionBody }>

/** What is decided and why, from when on, and what it replaces. */
export function RecordFacts({ detail, body }: RecordFactsProps) {
  const { decision, supersedes, supersededBy } = detail
  return (
    <dl className={styles['facts']}>
      <dt>Decision</dt>
      <dd className={styles['decision']}>
        {body.decision === '' ? <Absent reason="A draft: nothing is decided yet" /> : body.decision}
      </dd>
      <dt>Reasons</dt>
      <dd className={styles['text']}>
        {body.reasons === '' ? <Absent reason="Nobody gave any" /> : body.reasons}
      </dd>
      {body.outcome !== null && (
        <>
          <dt>The data</dt>
          <dd>
            {body.outcome.leansTo === null ? 'Signs, no verdict. ' : `Lean to: ${body.outcome.leansTo}. `}
            <span className="muted">{body.outcome.rule}</span>
          </dd>
        </>
      )}
      {body.deviation !== null && (
        <>
          <dt>Otherwise, because</dt>
          <dd className={styles['text']}>{body.deviation}</dd>
        </>
      )}
      <dt>Evidence</dt>
      <dd>
        Data up to <Time at={body.evidenceAt} form="full" />
      </dd>
      <dt>Holds from</dt>
      <dd>
        {decision.effectiveFrom !== null
          ? `${formatDay(decision.effectiveFrom)}${decision.state === 'withdrawn' ? ', until it was withdrawn' : ''}`
          : body.validFrom === null
            ? 'The day on which all have signed'
            : `${formatDay(body.validFrom)}, once all have signed`}
      </dd>
      {body.nextReview !== null && (
        <>
          <dt>Next review</dt>
          <dd>{formatDay(body.nextReview)}</dd>
        </>
      )}
      <SubjectFact body={body} />
      <Lines name="Work items" lines={body.workItems} />
      <Lines name="Clauses" lines={body.clauses} />
      <Lines name="Contracts" lines={body.contracts} />
      <Other name="Supersedes" other={supersedes} />
      <Other name="Superseded by" other={supersededBy} />
    </dl>
  )
}

function SubjectFact({ body: { subject } }: Readonly<{ body: DecisionBody }>) {
  const { service, slo, sla } = subject
  if (service === null && slo === null && sla === null) return null
  return (
    <>
      <dt>About</dt>
      <dd>
        <ul>
          {service !== null && (
            <li>
              <Link className="link" {...decisionPaths.audit(service)}>
                {service}
              </Link>
              , what auditors ask about it
            </li>
          )}
          {slo !== null && <li>SLO {slo}</li>}
          {sla !== null && <li>SLA {sla}</li>}
        </ul>
      </dd>
    </>
  )
}

function Lines({ name, lines }: Readonly<{ name: string; lines: readonly string[] }>) {
  if (lines.length === 0) return null
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <ul>
          {[...new Set(lines)].map((line) => (
            <li key={line}>{isAddress(line) ? <Outside href={line} /> : line}</li>
          ))}
        </ul>
      </dd>
    </>
  )
}

const isAddress = (line: string) => /^https?:\/\/\S+$/.test(line)

function Outside({ href }: Readonly<{ href: string }>) {
  return (
    <a className="link" href={href} target="_blank" rel="noreferrer">
      {href}
    </a>
  )
}

type OtherProps = Readonly<{ name: string; other: DecisionDetail['supersedes'] }>

function Other({ name, other }: OtherProps) {
  if (other === null) return null
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <Link className="link" {...decisionPaths.record(other.id)}>
          {other.title}
        </Link>
        , {stateWords[other.state].toLowerCase()}
      </dd>
    </>
  )
}
