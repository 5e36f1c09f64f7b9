import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { policyQueries } from '../../api/policy-queries.ts'
import { QueryPanel } from '../../api/query-panel.tsx'
import type { BudgetHistory } from '../../contract/budget-history.ts'
import type { SloClause, SloClauses } from '../../contract/policies.ts'
import { formatGone, whenWords } from '../../domain/describe-policies.ts'
import { NARROW_SPACE } from '../../ui/figure.tsx'
import { clauseGlyphs, clauseStatusWords } from '../../ui/policy-words.ts'
import { StateGlyph } from '../../ui/state-glyph.tsx'
import { decisionPaths } from '../../url/decision-paths.ts'
import { paths } from '../../url/paths.ts'
import { policyPaths } from '../../url/policy-paths.ts'
import styles from './record-list.module.css'
import { Section } from '../../ui/section.tsx'

/** Which clauses of the team's policy look at this budget, and how far it is from each. */
export function PolicySection({ history }: Readonly<{ history: BudgetHistory }>) {
  const query = useQuery(policyQueries.ofBudget(history.sloId, history.deployment))
  return (
    <Section title="Error budget policy" note={<PlanDowntime history={history} />}>
      {!isPresent(history) && <p className="muted">As it stands now, not in the window shown.</p>}
      <QueryPanel title="The policy" query={query}>
        {(clauses) => <Clauses clauses={clauses} team={history.team} />}
      </QueryPanel>
    </Section>
  )
}

/** Clauses are judged in the period that runs, whichever is shown. */
function isPresent({ periods }: BudgetHistory): boolean {
  return periods.at(-1)?.budget.period.isOpen ?? false
}

/** May we deploy now? */
function PlanDowntime({ history: { service, deployment } }: Readonly<{ history: BudgetHistory }>) {
  return (
    <Link className="link" {...decisionPaths.plannedDowntime({ service, deployment })}>
      Plan a downtime
    </Link>
  )
}

function Clauses({ clauses: { items, byPeople }, team }: Readonly<{ clauses: SloClauses; team: string }>) {
  if (items.length === 0) {
    return (
      <p className="muted">
        No clause of a policy looks at this budget.{' '}
        <Link className="link" {...paths.policy(team)}>
          The team’s policy
        </Link>
      </p>
    )
  }
  return (
    <>
      <ul className={styles['records']}>
        {items.map((clause) => (
          <li key={`${clause.policy} ${clause.clause}`} className={styles['record']}>
            <Clause clause={clause} />
          </li>
        ))}
      </ul>
      {byPeople > 0 && (
        <p className={styles['place']}>
          <Link className="link" {...paths.policy(team)}>
            {byPeople === 1 ? 'One more clause is' : `${byPeople} more clauses are`} looked at by people
          </Link>
        </p>
      )}
    </>
  )
}

function Clause({ clause }: Readonly<{ clause: SloClause }>) {
  const { clauseName, condition, isInForce, depleted, threshold, isMet, enactment, team } = clause
  const status = enactment?.status ?? null
  const glyph = status === null ? undefined : clauseGlyphs[status]
  return (
    <>
      {glyph === undefined ? <span /> : <StateGlyph state={glyph} />}
      <span>
        <Link
          className="link"
          {...policyPaths.policy(
            team,
            enactment === null ? {} : { enactment: enactment.id, clause: [clause.clause] },
          )}
        >
          {clauseName}
        </Link>{' '}
        {standingWords(clause)}
        <span className="muted">
          {' '}
          {whenWords(condition)}
          {depleted !== null && !isMet && `: ${leftWords(depleted, threshold)}`}
          {status !== null && isInForce && `. ${clauseStatusWords[status]}`}
        </span>
      </span>
    </>
  )
}

function standingWords({ isMet, isInForce, depleted, threshold }: SloClause): string {
  const share = depleted === null ? '' : ` ${formatGone(depleted, threshold)}${NARROW_SPACE}%`
  if (isMet) return isInForce ? `met at${share}.` : `would be met at${share}; it binds nobody yet.`
  return isInForce ? `not met.` : `not met; it binds nobody yet.`
}

/** How much more may go before it is met. */
function leftWords(depleted: number, threshold: number): string {
  const left = Math.max(0, threshold - depleted) * 100
  const shown = left < 0.05 ? '<0.1' : left.toFixed(1)
  return `${formatGone(depleted, threshold)}${NARROW_SPACE}% gone, ${shown} points to it`
}
