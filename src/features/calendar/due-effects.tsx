import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { decisionQueries } from '../../api/decision-queries.ts'
import { decisionPaths } from '../../url/decision-paths.ts'

/** Decisions of which people agreed to look at the effect, and have not: no review, but due all the same. */
export function DueEffects() {
  const count = useInfiniteQuery(decisionQueries.list({ effect: 'due', limit: 1 })).data?.pages[0]?.totalCount
  if (count === undefined || count === 0) return null
  return (
    <>
      {' '}
      <Link className="link" {...decisionPaths.list({ effect: ['due'] })}>
        {count === 1 ? 'The effect of one decision' : `The effects of ${count} decisions`}
      </Link>{' '}
      {count === 1 ? 'is' : 'are'} to be looked at.
    </>
  )
}
