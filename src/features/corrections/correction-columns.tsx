import type { RecordedDecision } from '../../contract/corrections.ts'
import { formatRemaining } from '../../domain/format.ts'
import { Button } from '../../ui/button.tsx'
import { categoryWords } from '../../ui/correction-words.ts'
import type { Column } from '../../ui/data-table.tsx'
import { NARROW_SPACE } from '../../ui/figure.tsx'
import { Time } from '../../ui/time.tsx'
import { zoneName } from '../../ui/time-format.ts'
import { meantWords, TimeSpan } from '../../ui/time-span.tsx'
import { TwoLines } from '../../ui/two-lines.tsx'
import { CellLink } from '../../url/cell-link.tsx'
import { paths } from '../../url/paths.ts'
import { statusWords } from './status-words.ts'

export function correctionColumns(
  onWithdraw: (correction: RecordedDecision) => void,
  timeZone: string,
): readonly Column<RecordedDecision>[] {
  return [
    { id: 'where', header: 'What', isRowHeader: true, width: '200px', cell: (one) => <Where {...one} /> },
    {
      id: 'when',
      header: `Hours, ${zoneName(timeZone)}`,
      width: '250px',
      cell: (one) => <When {...one} timeZone={timeZone} />,
    },
    { id: 'why', header: 'Because of', width: '240px', cell: (one) => <Why {...one} /> },
    { id: 'who', header: 'Recorded', width: '180px', cell: (one) => <Who {...one} /> },
    { id: 'status', header: 'Status', width: '200px', cell: (one) => <Status {...one} /> },
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

function When({ timeZone, ...one }: RecordedDecision & Readonly<{ timeZone: string }>) {
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
  const second = [
    meantWords({ start, end }, timeZone, recurrence?.timeZone ?? null),
    recurrence === null
      ? kind === 'exclusion' && 'left out'
      : `${recurrence.words}, ${zoneName(recurrence.timeZone)}`,
    recurrence !== null && `left out ${timeCount - upcomingCount - withdrawnCount} times so far`,
    withdrawnCount > 0 && recurrence !== null && `${withdrawnCount} withdrawn`,
  ].filter(Boolean)
  return <TwoLines first={first} second={second.length > 0 && second.join('; ')} />
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
