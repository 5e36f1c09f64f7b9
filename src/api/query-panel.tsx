import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { PROBLEM_TYPE_PREFIX } from '../contract/problem.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { ApiError } from './http.ts'
import styles from './query-panel.module.css'

type QueryPanelProps<Data> = Readonly<{
  /** What it shows, as the start of a sentence: "Depletion episodes". */
  title: string
  query: Pick<UseQueryResult<Data>, 'data' | 'error' | 'isPlaceholderData' | 'isFetching' | 'refetch'>
  /** Takes the room of what will stand here. */
  skeleton?: ReactNode
  children: (data: Data) => ReactNode
}>

const FORBIDDEN = `${PROBLEM_TYPE_PREFIX}forbidden`

/** No failure: it is there, for others. Trying again changes nothing, so it is not offered; the role that would is. */
function Forbidden({ error }: Readonly<{ error: ApiError }>) {
  return (
    <Notice kind="forbidden" title={error.problem.detail}>
      {error.problem.hint && `${error.problem.hint}.`}
    </Notice>
  )
}

const NOT_FOUND = `${PROBLEM_TYPE_PREFIX}not-found`

/** Where nothing is, trying again finds nothing. */
function NotThere({ error }: Readonly<{ error: ApiError }>) {
  return (
    <Notice kind="missing" title={error.problem.detail}>
      {error.problem.hint}
    </Notice>
  )
}

const BAD_REQUEST = 400

/** An answer that is asked for in the same words is refused again; what can be done is to ask for less. */
function isRefused(error: Error): error is ApiError {
  return error instanceof ApiError && error.problem.status === BAD_REQUEST
}

function Refused({ title, error }: Readonly<{ title: string; error: ApiError }>) {
  const { pathname, search } = window.location
  return (
    <Notice
      kind="error"
      title={`${title} could not be read`}
      action={
        search === '' ? undefined : (
          <a className="link" href={pathname}>
            Open the page without its settings
          </a>
        )
      }
    >
      {sentence(error.message)} {error.problem.hint && sentence(error.problem.hint)}
    </Notice>
  )
}

const sentence = (words: string) => (/[.?!]$/.test(words) ? words : `${words}.`)

/** The five states every panel must tell apart: loading, failed, not for this viewer, shown, and shown although the last refresh failed. */
export function QueryPanel<Data>({ title, query, skeleton, children }: QueryPanelProps<Data>) {
  const { data, error, isPlaceholderData, isFetching, refetch } = query
  if (error instanceof ApiError && error.problem.type === FORBIDDEN) return <Forbidden error={error} />
  if (data === undefined && error instanceof ApiError && error.problem.type === NOT_FOUND)
    return <NotThere error={error} />
  if (data === undefined && error && isRefused(error)) return <Refused title={title} error={error} />
  const failure = error && (
    <Notice
      kind="error"
      title={
        data === undefined
          ? `${title} could not be read`
          : `${title} could not be read again; the last answer is shown`
      }
      action={
        <Button disabled={isFetching} onClick={() => void refetch()}>
          {isFetching ? 'Trying' : 'Try again'}
        </Button>
      }
    >
      {sentence(error.message)}{' '}
      {error instanceof ApiError ? error.problem.hint : 'It is tried again by itself.'}
    </Notice>
  )
  if (data === undefined) return failure ?? skeleton ?? <Skeleton name={title} />

  return (
    <>
      {failure}
      <div
        className={isPlaceholderData ? `${styles['shown']} ${styles['stale']}` : styles['shown']}
        aria-busy={isPlaceholderData}
      >
        {children(data)}
      </div>
    </>
  )
}
