import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

import type { RecordedDecision } from '../../contract/corrections.ts'
import { formatRemaining } from '../../domain/format.ts'
import { Button } from '../../ui/button.tsx'
import { categoryWords } from '../../ui/correction-words.ts'
import type { Column } from '../../ui/data-table.tsx'
import { NARROW_SPACE } from '../../ui/figure.tsx'
import { Time } from '../../ui/time.tsx'
import { paths } from '../../url/paths.ts'
import styles from './corrections.module.css'
import { statusWords } from './status-words.ts'

export function correctionColumns(
  onWithdraw: (correction: RecordedDecision) => void,
): readonly Column<RecordedDecision>[] {
  return [
    { id: 'where', header: 'What', isRowHeader: true, width: '210px', cell: (one) => <Where {...one} /> },
    { id: 'when', header: 'Hours', width: '200px', cell: (one) => <When {...one} /> },
    { id: 'why', header: 'Because of', width: '300px', cell: (one) => <Why {...one} /> },
    { id: 'who', header: 'Recorded', width: '190px', cell: (one) => <Who {...one} /> },
    { id: 'status', header: 'Status', width: '190px', cell: (one) => <Status {...one} /> },
    {
      id: 'withdraw',
      header: 'Take back',
      width: '90px',
      cell: (one) =>
        one.status !== 'withdrawn' && (
          <Button look="quiet" aria-label={`Withdraw: ${one.reason}`} onClick={() => onWithdraw(one)}>
            Withdraw
          </Button>
        ),
    },
  ]
}

function Where({ service, deployment, team, slos, periods }: RecordedDecision) {
  const [only] = slos
  return (
    <Two
      first={
        only !== undefined && slos.length === 1 ? (
          <Link
            className="link"
            {...paths.slo({ team, deployment, service, sli: only.sli, sloSlug: only.slug })}
          >
            {service} {[only.endpoint.verb, only.endpoint.path].filter(Boolean).join(' ')}
          </Link>
        ) : (
          <Link className="link" {...paths.explore({ team, deployment, service })}>
            {service}, {slos.length} SLOs
          </Link>
        )
      }
      second={`${deployment}, ${slos.length === 1 ? `${only?.sliName.toLowerCase()}, ` : ''}${periods.join(', ')}`}
    />
  )
}

function When({ kind, start, end, share, recurrence, timeCount, upcomingCount }: RecordedDecision) {
  const first =
    kind === 'top-up' ? (
      <>
        {formatRemaining(share ?? 0)}
        {NARROW_SPACE}% given back <Time at={start} form="date-time" />
      </>
    ) : (
      <>
        <Time at={start} form="date-time" /> to{' '}
        <Time at={end} form={sameDay(start, end) ? 'time' : 'date-time'} />
      </>
    )
  const second =
    recurrence === null
      ? kind === 'exclusion' && 'left out'
      : `left out ${timeCount - upcomingCount} times so far, ${recurrence.words}`
  return <Two first={first} second={second} />
}

function sameDay(start: string, end: string): boolean {
  return start.slice(0, 10) === end.slice(0, 10)
}

function Why({ category, dependency, reason }: RecordedDecision) {
  return (
    <Two
      first={`${categoryWords[category]}${dependency === null ? '' : `: ${dependency}`}`}
      second={reason}
    />
  )
}

function Who({ author, at }: RecordedDecision) {
  return <Two first={author} second={<Time at={at} form="date-time" />} />
}

function Status({ status, withdrawnAt, withdrawnBy, withdrawnReason }: RecordedDecision) {
  return (
    <Two
      first={statusWords[status]}
      second={
        withdrawnAt !== null && (
          <span title={withdrawnReason ?? undefined}>
            {withdrawnBy ?? 'Somebody'}, <Time at={withdrawnAt} form="date" />
            {withdrawnReason !== null && `: ${withdrawnReason}`}
          </span>
        )
      }
    />
  )
}

function Two({ first, second }: Readonly<{ first: ReactNode; second: ReactNode }>) {
  return (
    <span className={styles['two']}>
      <span title={wholeOf(first)}>{first}</span>
      {second !== false && (
        <span className={styles['second']} title={wholeOf(second)}>
          {second}
        </span>
      )}
    </span>
  )
}

/** Words that may be cut stand whole on hover. */
function wholeOf(words: ReactNode): string | undefined {
  return typeof words === 'string' ? words : undefined
}
