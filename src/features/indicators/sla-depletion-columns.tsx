import type { SlaDepletionRow } from '../../contract/sla-indicators.ts'
import { signedWithin } from '../../domain/contract-beginning.ts'
import { formatSpeed } from '../../domain/format.ts'
import { percent } from '../../domain/indicator-words.ts'
import { Absent } from '../../ui/absent.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { Figure } from '../../ui/figure.tsx'
import { Percent } from '../../ui/percent.tsx'
import { StateGlyph } from '../../ui/state-glyph.tsx'
import { CellLink } from '../../url/cell-link.tsx'
import type { SlaView } from '../../url/sla-view.ts'
import depletion from './depletion.module.css'
import { SlaCell, SlaServiceCell, typeWords } from './sla-cell.tsx'
import { depletionOfSla } from './sla-filters.ts'
import { SlaLeft } from './sla-left.tsx'
import { basisWords, memberName, sinceWords } from './sla-words.ts'
import styles from './slas.module.css'

type SlaColumn = Column<SlaDepletionRow>

export function slaDepletionColumns(view: SlaView): readonly SlaColumn[] {
  // What answers the question stands where a wide screen shows it without being scrolled.
  return [
    {
      id: 'sla',
      header: 'SLA',
      cell: (row) => <SlaCell row={row} />,
      isRowHeader: true,
      sortable: true,
      width: '206px',
    },
    { id: 'type', header: 'Type', cell: ({ type }) => typeWords[type], sortable: true, width: '76px' },
    {
      id: 'service',
      header: 'Service',
      cell: (row) => <SlaServiceCell row={row} />,
      sortable: true,
      width: '108px',
    },
    {
      id: 'deployment',
      identifies: true,
      header: 'Deployment',
      cell: ({ deployment }) => deployment,
      sortable: true,
      width: '74px',
    },
    {
      id: 'period',
      identifies: true,
      header: 'Period',
      align: 'end',
      cell: (row) => (
        <CellLink
          className={depletion['period']}
          {...depletionOfSla(row, view, row.period)}
          aria-label={`${row.period.name}${sinceWords(row.contract, row.period)}: graph of ${row.name} in ${row.deployment}`}
          title={signedWithin(row.contract?.since ?? null, row.period) ?? undefined}
        >
          {row.period.name}
          {row.period.isOpen && <StateGlyph state="open" label="open, an estimate" />}
        </CellLink>
      ),
      sortable: true,
      width: '70px',
    },
    {
      id: 'remaining',
      header: 'At the end',
      align: 'end',
      cell: (row) => <SlaLeft remaining={row.remaining} state={row.state} />,
      sortable: true,
      width: '112px',
    },
    {
      id: 'worst',
      header: 'Worst part',
      cell: (row) => <WorstPart row={row} />,
      width: '226px',
    },
    {
      id: 'average-speed',
      header: 'Average',
      align: 'end',
      cell: (row) => <Speed speed={row.averageSpeed} row={row} />,
      sortable: true,
      width: '64px',
    },
    {
      id: 'highest-speed',
      header: 'Highest',
      align: 'end',
      cell: (row) => <Speed speed={row.highestSpeed} row={row} />,
      sortable: true,
      width: '66px',
    },
    { id: 'sli', header: 'SLI', cell: ({ sliName }) => sliName, sortable: true, width: '86px' },
    {
      id: 'team',
      header: 'Team',
      cell: ({ part }) => part?.teamName ?? <Absent reason="A contract is nobody’s alone" />,
      sortable: true,
      width: '86px',
    },
    {
      id: 'basis',
      header: 'Measured',
      cell: ({ basis }) =>
        basis === null ? (
          <span className="muted">its own requests</span>
        ) : (
          <span title={basisWords[basis].long}>{basisWords[basis].short}</span>
        ),
      width: '100px',
    },
  ]
}

/** The part that has least left, which a mean hides. */
function WorstPart({ row: { type, worst } }: Readonly<{ row: SlaDepletionRow }>) {
  if (type === 'endpoint-level') return <Absent reason="An endpoint has no parts" />
  if (worst?.remaining == null) return <Absent reason="No part was measured" />
  const name = memberName(worst)
  return (
    <span className={styles['worst']} title={`${name}: ${percent(worst.remaining)} left`}>
      <Percent ratio={worst.remaining} />
      <span className="muted name">{name}</span>
    </span>
  )
}

function Speed({ speed, row }: Readonly<{ speed: number | null; row: SlaDepletionRow }>) {
  if (speed !== null) return <Figure value={formatSpeed(speed)} unit="%/h" />
  const isMean = row.basis === 'mean' || row.basis === 'mean-of-selected'
  return (
    <Absent reason={isMean ? 'A mean has no speed of its own' : 'Nothing of 1 % or more was lost at once'} />
  )
}
