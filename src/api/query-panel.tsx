import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'

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

/** The four states every panel must tell apart: loading, failed, shown, and shown although the last refresh failed. */
export function QueryPanel<Data>({ title, query, skeleton, children }: QueryPanelProps<Data>) {
  const { data, error, isPlaceholderData, isFetching, refetch } = query
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
      {error.message}. {error instanceof ApiError ? error.problem.hint : 'It is tried again by itself.'}
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
