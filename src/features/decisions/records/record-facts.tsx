import { Link } from '@tanstack/react-router'

import type { DecisionDetail } from '../../../contract/decision-answers.ts'
import type { DecisionBody } from '../../../contract/decisions.ts'
import { formatDay } from '../../../domain/day.ts'
import { Absent } from '../../../ui/absent.tsx'
import { Fact, FactList } from '../../../ui/fact-list.tsx'
import { Time } from '../../../ui/time.tsx'
import { decisionPaths } from '../../../url/decision-paths.ts'
import { stateWords } from './decision-words.ts'
import styles from './record.module.css'

type RecordFactsProps = Readonly<{ detail: DecisionDetail; body: DecisionBody }>

/** What is decided and why, from when on, and what it replaces. */
export function RecordFacts({ detail, body }: RecordFactsProps) {
  const { decision, supersedes, supersededBy } = detail
  return (
    <FactList>
      <Fact name="Decision" className={styles['decision']}>
        {body.decision === '' ? <Absent reason="A draft: nothing is decided yet" /> : body.decision}
      </Fact>
      <Fact name="Reasons" className={styles['text']}>
        {body.reasons === '' ? <Absent reason="Nobody gave any" /> : body.reasons}
      </Fact>
      {body.outcome !== null && (
        <Fact name="The data">
          {body.outcome.leansTo === null ? 'Signs, no verdict. ' : `Lean to: ${body.outcome.leansTo}. `}
          <span className="muted">{body.outcome.rule}</span>
        </Fact>
      )}
      {body.deviation !== null && (
        <Fact name="Otherwise, because" className={styles['text']}>
          {body.deviation}
        </Fact>
      )}
      <Fact name="Evidence">
        Data up to <Time at={body.evidenceAt} form="full" />
      </Fact>
      <Fact name="Holds from">
        {decision.effectiveFrom !== null
          ? `${formatDay(decision.effectiveFrom)}${decision.state === 'withdrawn' ? ', until it was withdrawn' : ''}`
          : body.validFrom === null
            ? 'The day on which all have signed'
            : `${formatDay(body.validFrom)}, once all have signed`}
      </Fact>
      {body.nextReview !== null && <Fact name="Next review">{formatDay(body.nextReview)}</Fact>}
      <SubjectFact body={body} />
      <Lines name="Work items" lines={body.workItems} />
      <Lines name="Clauses" lines={body.clauses} />
      <Lines name="Contracts" lines={body.contracts} />
      <Other name="Supersedes" other={supersedes} />
      <Other name="Superseded by" other={supersededBy} />
    </FactList>
  )
}

function SubjectFact({ body: { subject } }: Readonly<{ body: DecisionBody }>) {
  const { service, slo, sla } = subject
  if (service === null && slo === null && sla === null) return null
  return (
    <Fact name="About">
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
    </Fact>
  )
}

function Lines({ name, lines }: Readonly<{ name: string; lines: readonly string[] }>) {
  if (lines.length === 0) return null
  return (
    <Fact name={name}>
      <ul>
        {[...new Set(lines)].map((line) => (
          <li key={line}>{isAddress(line) ? <Outside href={line} /> : line}</li>
        ))}
      </ul>
    </Fact>
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
    <Fact name={name}>
      <Link className="link" {...decisionPaths.record(other.id)}>
        {other.title}
      </Link>
      , {stateWords[other.state].toLowerCase()}
    </Fact>
  )
}
