import { Link } from '@tanstack/react-router'

import type { RollUp } from '../../contract/hierarchy.ts'
import { statesBySeverity, type BudgetState } from '../../domain/state.ts'
import { StateGlyph } from '../../ui/state-glyph.tsx'
import { stateWords } from '../../ui/state-words.ts'
import { looksBeside, type ExploreView } from '../../url/explore-view.ts'
import { paths } from '../../url/paths.ts'
import type { BudgetScope } from './budgets-query.ts'
import styles from './scope-header.module.css'

type RegionsProps = Readonly<{ rollUp: RollUp; scope: BudgetScope; view: ExploreView }>

const troubled: ReadonlySet<BudgetState> = new Set(['exhausted', 'broken', 'at-risk', 'no-data'])

/** Is it only Japan? The answer, and the same place in each deployment, one step away. */
export function Regions({ rollUp, scope, view }: RegionsProps) {
  const answer = rollUp.elsewhere?.answer ?? rollUp.where
  // A matrix of deployments says it in its own heads.
  if (answer === null && view.show === 'matrix' && view.across === 'deployment') return null
  return (
    <div className={styles['regions']}>
      {answer !== null && <p className={styles['answer']}>{answer}</p>}
      <nav aria-label="The same in">
        <ul className={styles['list']}>
          {scope.deployment !== undefined && (
            <li>
              <Link
                className={styles['region']}
                {...paths.explore({ ...scope, deployment: undefined }, looksBeside(view))}
              >
                <b>All deployments</b>
              </Link>
            </li>
          )}
          {rollUp.deployments.map((deployment) => (
            <li key={deployment.slug}>
              <Link
                className={`${styles['region']} ${deployment.slug === scope.deployment ? styles['here'] : ''}`}
                {...paths.explore({ ...scope, deployment: deployment.slug }, looksBeside(view))}
              >
                <b>{deployment.name}</b>
                <Marks deployment={deployment} />
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  )
}

/** What needs someone there; what is well is one mark. */
function Marks({
  deployment: { states, burningCount },
}: Readonly<{ deployment: RollUp['deployments'][number] }>) {
  const present = statesBySeverity.filter((state) => states[state] > 0 && troubled.has(state))
  return (
    <>
      {burningCount > 0 && <Mark state="burning" count={burningCount} />}
      {present.map((state) => (
        <Mark key={state} state={state} count={states[state]} />
      ))}
      {present.length === 0 && burningCount === 0 && (
        <Mark state="healthy" count={states.healthy + states.fulfilled} />
      )}
    </>
  )
}

function Mark({ state, count }: Readonly<{ state: BudgetState | 'burning'; count: number }>) {
  return (
    <span className={styles['mark']}>
      <StateGlyph state={state} label={stateWords[state]} />
      {count}
    </span>
  )
}
