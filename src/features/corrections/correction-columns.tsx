import type { RecordedDecision } from '../../contract/corrections.ts'
import { formatRemaining } from '../../domain/format.ts'
import { Button } from '../../ui/button.tsx'
import { categoryWords } from '../../ui/correction-words.ts'
import type { Column } from '../../ui/data-table.tsx'
import { NARROW_SPACE } from '../../ui/figure.tsx'
import { Time } from '../../ui/time.tsx'
import { TimeSpan } from '../../ui/time-span.tsx'
import { TwoLines } from '../../ui/two-lines.tsx'
import { CellLink } from '../../url/cell-link.tsx'
import { paths } from '../../url/paths.ts'
import { statusWords } from './status-words.ts'

export function correctionColumns(
  onWithdraw: (correction: RecordedDecision) => void,
): readonly Column<RecordedDecision>[] {
  return [
    { id: 'where', header: 'What', isRowHeader: true, width: '205px', cell: (one) => <Where {...one} /> },
    { id: 'when', header: 'Hours', width: '195px', cell: (one) => <When {...one} /> },
    { id: 'why', header: 'Because of', width: '285px', cell: (one) => <Why {...one} /> },
    { id: 'who', header: 'Recorded', width: '190px', cell: (one) => <Who {...one} /> },
    { id: 'status', header: 'Status', width: '215px', cell: (one) => <Status {...one} /> },
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
    <TwoLines
      first={
        only !== undefined && slos.length === 1 ? (
          <CellLink
            className="link"
            {...paths.slo({ team, deployment, service, sli: only.sli, sloSlug: only.slug })}
          >
            {service} {[only.endpoint.verb, only.endpoint.path].filter(Boolean).join(' ')}
          </CellLink>
        ) : (
          <CellLink className="link" {...paths.explore({ team, deployment, service })}>
            {service}, {slos.length} SLOs
          </CellLink>
        )
      }
      second={`${deployment}, ${slos.length === 1 ? `${only?.sliName.toLowerCase()}, ` : ''}${periods.join(', ')}`}
    />
  )
}

function When(one: RecordedDecision) {
  const { kind, start, end, share, recurrence, timeCount } = one
  const { upcomingCount, withdrawnCount } = one
  const first =
    kind === 'top-up' ? (
      <>
        {formatRemaining(share ?? 0)}
        {NARROW_SPACE}% given back <Time at={start} form="date-time" />
      </>
    ) : (
      <TimeSpan start={start} end={end} />
    )
  const second =
    recurrence === null
      ? kind === 'exclusion' && 'left out'
      : [
          `left out ${timeCount - upcomingCount - withdrawnCount} times so far`,
          recurrence.words,
          withdrawnCount > 0 && `${withdrawnCount} withdrawn`,
        ]
          .filter(Boolean)
          .join(', ')
  return <TwoLines first={first} second={second} />
}

function Why({ category, dependency, reason }: RecordedDecision) {
  return (
    <TwoLines
      first={`${categoryWords[category]}${dependency === null ? '' : `: ${dependency}`}`}
      second={reason}
    />
  )
}

function Who({ author, at }: RecordedDecision) {
  return <TwoLines first={author} second={<Time at={at} form="date-time" />} />
}

function Status({ status, withdrawnAt, withdrawnBy, withdrawnReason }: RecordedDecision) {
  return (
    <TwoLines
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
