import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { policyQueries } from '../../api/policy-queries.ts'
import { consequenceWords, formatGone } from '../../domain/describe-policies.ts'
import { NARROW_SPACE } from '../../ui/figure.tsx'
import { clauseStatusWords } from '../../ui/policy-words.ts'
import { StateGlyph } from '../../ui/state-glyph.tsx'
import { policyPaths } from '../../url/policy-paths.ts'
import styles from './policy-line.module.css'

type PolicyLineProps = Readonly<{ sloId: string; deployment: string }>

/** One line where a clause that binds the team is met: what has to be done now. Without one, and until it is known, nothing. */
export function PolicyLine({ sloId, deployment }: PolicyLineProps) {
  const clauses = useQuery(policyQueries.ofBudget(sloId, deployment)).data?.items ?? []
  const met = clauses.filter(({ isMet, isInForce, enactment }) => isInForce && (isMet || enactment !== null))
  if (met.length === 0) return null
  return (
    <ul className={styles['lines']} aria-label="Clauses of the policy that are met">
      {met.map(
        ({ policy, clause, clauseName, team, depleted, threshold, isMet, enactment, consequences }) => {
          const status = enactment?.status ?? 'unacknowledged'
          const isWaiting = status === 'unacknowledged' || status === 'overdue'
          return (
            <li key={`${policy} ${clause}`}>
              <StateGlyph state={isWaiting ? 'at-risk' : 'open'} />
              <span>
                <Link
                  className="link"
                  {...policyPaths.policy(team, enactment === null ? {} : { enactment: enactment.id })}
                >
                  Policy: {clauseName}
                </Link>{' '}
                {isMet && depleted !== null && `met at ${formatGone(depleted, threshold)}${NARROW_SPACE}%, `}
                {status === 'unacknowledged'
                  ? 'not acknowledged'
                  : clauseStatusWords[status].toLowerCase()}.{' '}
                {isWaiting && <span className="muted">{consequences.map(consequenceWords).join('. ')}.</span>}
              </span>
            </li>
          )
        },
      )}
    </ul>
  )
}
