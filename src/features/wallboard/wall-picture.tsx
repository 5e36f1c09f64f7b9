import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { hierarchyQueries } from '../../api/hierarchy-queries.ts'
import type { RollUp } from '../../contract/hierarchy.ts'
import { formatCount } from '../../domain/format.ts'
import type { BudgetState } from '../../domain/state.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { WallBurning } from './wall-burning.tsx'
import { WallMap } from './wall-map.tsx'
import type { WallScreen } from './wall-screens.ts'
import styles from './wallboard.module.css'

/** As many services as can be read from five metres; of more the worst. */
const MOST_SERVICES = 24

/** One screen: services by deployment on the left, what burns and what is exhausted on the right. */
export function WallPicture({ screen, clock }: Readonly<{ screen: WallScreen; clock: ReactNode }>) {
  const { scope } = screen
  // What was answered once stays, however long the backend is away: a wall with old figures says more than an empty one.
  const kept = { gcTime: Number.POSITIVE_INFINITY }
  const matrix = useInfiniteQuery({
    ...hierarchyQueries.matrix({ ...scope, rows: 'service', sort: 'state,remaining', limit: MOST_SERVICES }),
    ...kept,
  })
  const rollUp = useQuery({ ...hierarchyQueries.rollUp(scope), ...kept })
  const [first] = matrix.data?.pages ?? []
  return (
    <>
      <header className={styles['top']}>
        <h1>{screen.title}</h1>
        {rollUp.data && <Counts rollUp={rollUp.data} />}
        {clock}
      </header>
      <div className={styles['body']}>
        {first ? (
          <WallMap matrix={first} isWide={scope.team !== undefined || scope.deployment !== undefined} />
        ) : (
          <p className={styles['waiting']}>
            {matrix.isError ? 'The budgets could not be read. It is tried again.' : 'Reading the budgets.'}
          </p>
        )}
        <WallBurning scope={scope} />
      </div>
    </>
  )
}

const shown: readonly (readonly [BudgetState, string])[] = [
  ['exhausted', 'exhausted'],
  ['at-risk', 'at risk'],
  ['no-data', 'without data'],
  ['healthy', 'healthy'],
]

function Counts({ rollUp: { states, burningCount } }: Readonly<{ rollUp: RollUp }>) {
  return (
    <p className={styles['counts']}>
      {burningCount > 0 && <StateBadge state="burning">{formatCount(burningCount)} burning</StateBadge>}
      {shown.map(([state, words]) =>
        states[state] > 0 ? (
          <StateBadge key={state} state={state}>
            {formatCount(states[state])} {words}
          </StateBadge>
        ) : null,
      )}
    </p>
  )
}
