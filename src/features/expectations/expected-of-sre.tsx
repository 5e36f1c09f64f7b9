import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { expectationQueries } from '../../api/expectation-queries.ts'
import { QueryPanel } from '../../api/query-panel.tsx'
import type { Expectation } from '../../contract/expectations.ts'
import { Notice } from '../../ui/notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StateGlyph } from '../../ui/state-glyph.tsx'
import { transformationPaths } from '../../url/transformation-paths.ts'
import { paths } from '../../url/paths.ts'
import { stateMarks, stateNote, stateWords } from './expectation-state-words.ts'
import styles from './expectations.module.css'

const ROWS = 4

/** "Met Nov 2025", when it was first so; "Not met". */
function verdictOf({ state, reachedSince }: Expectation): string {
  return state === 'met' && reachedSince !== null ? `Met ${reachedSince}` : stateWords[state]
}

/** Whether what was expected came true, for who asks what it was all for. */
export function ExpectedOfSre() {
  const query = useQuery(expectationQueries.list({ limit: ROWS }))
  return (
    <section aria-label="What we expected of SRE">
      <div className={styles['listHead']}>
        <h2>What we expected of SRE</h2>
        <Link className="link" {...paths.expectations()}>
          All {query.data?.totalCount ?? ''}
        </Link>
      </div>
      <QueryPanel
        title="Expectations"
        query={query}
        skeleton={<Skeleton name="what was expected" lines={10} />}
      >
        {({ items }) =>
          items.length === 0 ? (
            <Notice kind="missing" title="Nothing is expected of SRE in writing yet" />
          ) : (
            <ul className={styles['list']}>
              {items.map((one) => (
                <li key={one.id}>
                  <StateGlyph state={stateMarks[one.state]} />
                  <Link
                    {...transformationPaths.expectations({ open: one.id })}
                    title={`${one.title}: ${stateNote(one)}`}
                  >
                    {one.title}
                  </Link>
                  <span>{verdictOf(one)}</span>
                </li>
              ))}
            </ul>
          )
        }
      </QueryPanel>
    </section>
  )
}
