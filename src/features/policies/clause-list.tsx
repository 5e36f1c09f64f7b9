import { Link } from '@tanstack/react-router'

import type { ClauseOnWire, PolicyOnWire } from '../../contract/policies.ts'
import { consequenceWords, lengthWords, whenWords } from '../../domain/describe-policies.ts'
import { formatCount } from '../../domain/format.ts'
import { isSeenInBudgets } from '../../domain/policy.ts'
import { policyPaths } from '../../url/policy-paths.ts'
import { Section } from '../../ui/section.tsx'
import { CheckForm } from './check-form.tsx'
import { ClauseMeter } from './clause-meter.tsx'
import { ClauseStatusMark } from './clause-status.tsx'
import clauseStyles from './clauses.module.css'

type ClauseListProps = Readonly<{ policy: PolicyOnWire; whyNot: string | null }>

/** Each clause: its condition and how it stands, and what follows with who or what does it. */
export function ClauseList({ policy, whyNot }: ClauseListProps) {
  const byPeople = policy.clauses.filter(isByPeople)
  return (
    <Section
      title="Clauses"
      label="Clauses"
      note={
        byPeople.length === 0
          ? 'Budgets tell of all of them'
          : `${byPeople.length} of ${policy.clauses.length} to be checked by people at each change of shift`
      }
    >
      <ul className={clauseStyles['clauses']}>
        {policy.clauses.map((clause) => (
          <li key={clause.id}>
            <Clause policy={policy} clause={clause} whyNot={whyNot} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function isByPeople({ condition, trigger }: ClauseOnWire): boolean {
  return trigger === 'manual' || !isSeenInBudgets(condition.kind)
}

type ClauseProps = Readonly<{ policy: PolicyOnWire; clause: ClauseOnWire; whyNot: string | null }>

function Clause({ policy, clause, whyNot }: ClauseProps) {
  const { name, condition, status, consequences, unfinishedCount } = clause
  return (
    <>
      <div className={clauseStyles['clauseHead']}>
        <h3>{name}</h3>
        {status === null ? (
          <span className="muted">Binds nobody yet</span>
        ) : (
          <span>
            <ClauseStatusMark status={status} />
            {unfinishedCount > 0 && (
              <>
                {', '}
                <Link
                  className="link"
                  {...policyPaths.policy(policy.team, { clause: [clause.id] })}
                  hash="enactments"
                >
                  {formatCount(unfinishedCount)} to answer
                </Link>
              </>
            )}
          </span>
        )}
      </div>
      <div className={clauseStyles['stand']}>
        <p>
          {whenWords(condition)}
          <span className="muted">{condition.letter !== null && ` (${condition.letter})`}</span>
        </p>
        {clause.metCount !== null && <ClauseMeter clause={clause} team={policy.team} />}
        {isByPeople(clause) && <CheckForm policy={policy} clause={clause} whyNot={whyNot} />}
      </div>
      <ul className={clauseStyles['consequences']} aria-label="Consequences">
        {consequences.map((consequence) => (
          <li key={consequenceWords(consequence)}>
            {consequenceWords(consequence)}
            <small>
              {[
                consequence.within === null ? 'no time agreed' : `within ${lengthWords(consequence.within)}`,
                executionWords[consequence.execution],
                traceWords[consequence.automation],
              ].join(', ')}
            </small>
          </li>
        ))}
      </ul>
    </>
  )
}

const executionWords = {
  automated: 'automatic',
  'semi-automated': 'half automatic',
  manual: 'by hand',
} as const

/** Who can know that it was done. */
const traceWords = {
  automatable: 'a tool can do it',
  traceable: 'traced by its work item',
  'by-people': 'only people can tell',
} as const
