import { useQuery } from '@tanstack/react-query'

import { catalogStateQueries } from '../../api/catalog-state-queries.ts'
import { QueryPanel } from '../../api/query-panel.tsx'
import type { CatalogState, FollowedFiles } from '../../contract/catalog-state.ts'
import { StateGlyph } from '../../ui/state-glyph.tsx'
import { Time } from '../../ui/time.tsx'
import styles from './catalog-source.module.css'
import { changesInWords, countInWords } from './change-words.ts'

/** Where the catalog comes from, whether its files are well, and who changed it last. */
export function CatalogSource() {
  const query = useQuery(catalogStateQueries.state())
  return (
    <QueryPanel title="Where the catalog comes from" query={query} skeleton={null}>
      {(state) => (
        <section className={styles['source']} aria-label="Where the catalog comes from">
          {state.files ? (
            <Followed files={state.files} />
          ) : (
            <p className={styles['fact']}>{unfollowed(state)}</p>
          )}
          {state.lastChange && <LastChange change={state.lastChange} />}
        </section>
      )}
    </QueryPanel>
  )
}

function unfollowed({ lastChange }: CatalogState): string {
  return lastChange === null
    ? 'No files stand behind this catalog.'
    : 'Applied from files; this server does not follow them.'
}

function Followed({ files }: Readonly<{ files: FollowedFiles }>) {
  const { path, checkedAt, fileCount, errorCount, warningCount, pending, failure } = files
  const isWell = errorCount === 0 && failure === null && pending.length === 0
  return (
    <>
      <p className={styles['fact']}>
        <StateGlyph state={isWell ? 'fulfilled' : 'open'} />
        <span>
          {isWell ? 'As in' : 'Not all as in'} <code>{path}</code>, {countInWords(fileCount, 'file', 'files')}
          , read <Time at={checkedAt} form="day-time" />.
        </span>
      </p>
      {errorCount > 0 && (
        <p className={styles['detail']}>
          {countInWords(errorCount, 'error', 'errors')}. Until they are mended nothing is archived, and only
          SLOs that read well take effect.
        </p>
      )}
      {failure !== null && (
        <p className={styles['detail']}>The last try to apply failed: {failure}. It is tried again.</p>
      )}
      {pending.length > 0 && <HeldBack pending={pending} />}
      {errorCount + warningCount > 0 && <Mistakes files={files} />}
    </>
  )
}

/** What stands in the files and not in the store, object by object. */
function HeldBack({ pending }: Pick<FollowedFiles, 'pending'>) {
  return (
    <details className={styles['mistakes']}>
      <summary>Held back: {changesInWords(pending, 'missing')}</summary>
      <ul>
        {pending.flatMap(({ kind, changes }) =>
          changes.map(({ change, id, fields }) => (
            <li key={`${kind} ${id}`}>
              <code>{id}</code> {change === 'gone' ? 'is not read from the files' : change}
              {fields.map(({ field, before, after }) => (
                <span key={field} className={styles['hint']}>
                  {field}: {before} → {after}
                </span>
              ))}
            </li>
          )),
        )}
      </ul>
    </details>
  )
}

function Mistakes({ files: { mistakes, errorCount, warningCount } }: Readonly<{ files: FollowedFiles }>) {
  const all = errorCount + warningCount
  return (
    <details className={styles['mistakes']} open={errorCount > 0}>
      <summary>
        {[
          errorCount > 0 && countInWords(errorCount, 'error', 'errors'),
          warningCount > 0 && countInWords(warningCount, 'warning', 'warnings'),
        ]
          .filter(Boolean)
          .join(' and ')}{' '}
        in the files
      </summary>
      <ul>
        {mistakes.map(({ severity, file, line, column, message, hint }) => (
          <li key={`${file}:${line}:${column} ${message}`}>
            <code>
              {file}:{line}:{column}
            </code>{' '}
            <span className={severity === 'error' ? styles['error'] : undefined}>{severity}</span> {message}
            {hint !== null && <span className={styles['hint']}>{hint}</span>}
          </li>
        ))}
      </ul>
      {all > mistakes.length && (
        <p>
          The first {mistakes.length} of {all}; npm run catalog -- check tells them all.
        </p>
      )}
    </details>
  )
}

function LastChange({ change }: Readonly<{ change: NonNullable<CatalogState['lastChange']> }>) {
  const { at, author, reason, changes } = change
  return (
    <p className={styles['detail']}>
      Last changed <Time at={at} form="day-time" /> by {author}: {changesInWords(changes)}. {reason}
    </p>
  )
}
