import { useQuery } from '@tanstack/react-query'

import { feedQueries } from '../../api/feed-queries.ts'
import type { Feed } from '../../contract/feed.ts'
import { StateGlyph } from '../../ui/state-glyph.tsx'
import { Time } from '../../ui/time.tsx'
import styles from './feed-line.module.css'

type FeedLineProps = Readonly<{ sloId: string; deployment: string }>

/**
 * Up to when this series was fed, or since when it is not, and why. Nothing where nobody feeds it, or while it is not known:
 * the figures beside it stand without.
 */
export function FeedLine({ sloId, deployment }: FeedLineProps) {
  const { data: feed } = useQuery(feedQueries.series(sloId, deployment))
  if (!feed) return null
  switch (feed.state) {
    case 'computed':
    case 'sent':
      return null
    case 'waiting':
      return <span className={styles['line']}>Not fed yet: the collector has not come to it</span>
    case 'fed':
      return (
        <span className={styles['line']}>
          Last fed {feed.fedUpTo !== null && <Time at={feed.fedUpTo} form="date-time" />}
          {feed.source !== null && `, from ${feed.source}`}
        </span>
      )
    case 'failing':
      return <NotFed feed={feed} />
  }
}

function NotFed({ feed: { fedUpTo, failure, source, nextTryAt } }: Readonly<{ feed: Feed }>) {
  return (
    <span className={`${styles['line']} ${styles['failing']}`}>
      <StateGlyph state="no-data" />
      <span>
        {fedUpTo === null ? (
          'Never fed'
        ) : (
          <>
            Not fed since <Time at={fedUpTo} form="date-time" />
          </>
        )}
        {failure !== null && `: ${failure.reason}`}
        {source !== null && ` (${source})`}
        {nextTryAt !== null && (
          <>
            . Next try <Time at={nextTryAt} form="time" />
          </>
        )}
      </span>
    </span>
  )
}
