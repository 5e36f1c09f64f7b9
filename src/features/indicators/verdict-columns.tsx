import { formatCount, formatRemaining } from '../../domain/format.ts'
import type { AdherenceRow } from '../../contract/indicators.ts'
import { Absent } from '../../ui/absent.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { Figure } from '../../ui/figure.tsx'
import styles from './adherence.module.css'

type Verdicts = Pick<AdherenceRow, 'brokenCount' | 'fulfilmentRate' | 'streak'>

/** What the verdicts of a row come to, of SLOs and of SLAs alike. */
export const verdictColumns = {
  broken: {
    id: 'broken',
    header: 'Broken',
    align: 'end',
    cell: ({ brokenCount }) => formatCount(brokenCount),
    sortable: true,
    width: '46px',
  },
  rate: {
    id: 'rate',
    header: 'Kept',
    align: 'end',
    cell: ({ fulfilmentRate }) => <KeptRate rate={fulfilmentRate} />,
    sortable: true,
    width: '56px',
  },
  streak: {
    id: 'streak',
    header: 'In a row',
    align: 'end',
    cell: ({ streak }) => <StreakCell streak={streak} />,
    sortable: true,
    width: '72px',
  },
} as const satisfies Readonly<Record<string, Column<Verdicts>>>

function KeptRate({ rate }: Readonly<{ rate: Verdicts['fulfilmentRate'] }>) {
  if (rate === null) return <Absent reason="No closed period with a verdict" />
  return <Figure value={formatRemaining(rate)} unit="%" />
}

function StreakCell({ streak }: Pick<Verdicts, 'streak'>) {
  if (streak === null) return <Absent reason="The latest closed period has no verdict" />
  return (
    <span className={streak.verdict === 'broken' ? styles['broken'] : undefined}>
      {formatCount(streak.periods)} {streak.verdict === 'broken' ? 'broken' : 'kept'}
    </span>
  )
}
