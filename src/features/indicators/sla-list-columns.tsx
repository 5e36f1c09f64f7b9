import type { PeriodOnWire } from '../../contract/catalog.ts'
import type { SlaListRow } from '../../contract/sla-indicators.ts'
import { notSigned } from '../../domain/contract-beginning.ts'
import { formatCount, formatTarget } from '../../domain/format.ts'
import { Absent } from '../../ui/absent.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { Figure } from '../../ui/figure.tsx'
import { StateGlyph } from '../../ui/state-glyph.tsx'
import { stateWords } from '../../ui/state-words.ts'
import { CellLink } from '../../url/cell-link.tsx'
import type { SlaView } from '../../url/sla-view.ts'
import { SlaCell } from './sla-cell.tsx'
import { adherenceOfSla, depletionOfSla } from './sla-filters.ts'
import { SlaLeft } from './sla-left.tsx'
import styles from './slas.module.css'

export function slaListColumns(
  periods: readonly PeriodOnWire[],
  view: SlaView,
): readonly Column<SlaListRow>[] {
  const newest = periods.at(-1)
  const isOpen = newest?.isOpen ?? false
  return [
    {
      id: 'sla',
      header: 'Endpoint-level SLA',
      cell: (row) => <SlaCell row={row} />,
      isRowHeader: true,
      sortable: true,
      width: '164px',
    },
    {
      id: 'contract',
      identifies: true,
      header: 'Contractual SLA',
      cell: ({ under }) =>
        under === null ? (
          <Absent reason="No contract rests on it in this deployment" />
        ) : (
          <span className={`name ${styles['contract']}`} title={under.name}>
            {under.name}
          </span>
        ),
      sortable: true,
      width: '178px',
    },
    { id: 'service', header: 'Service', cell: ({ part }) => part.service, sortable: true, width: '112px' },
    { id: 'team', header: 'Team', cell: ({ part }) => part.teamName, sortable: true, width: '80px' },
    { id: 'sli', header: 'SLI', cell: ({ sliName }) => sliName, sortable: true, width: '78px' },
    {
      id: 'deployment',
      identifies: true,
      header: 'Deployment',
      cell: ({ deployment }) => deployment,
      sortable: true,
      width: '76px',
    },
    {
      id: 'leeway',
      header: 'Leeway',
      align: 'end',
      cell: (row) => <Leeway row={row} isOpen={isOpen} />,
      sortable: true,
      width: '84px',
    },
    {
      id: 'remaining',
      header: 'Left now',
      align: 'end',
      cell: (row) => (
        <CellLink className={styles['way']} {...depletionOfSla(row, view)} aria-label={leftWords(row)}>
          <SlaLeft
            remaining={row.remaining}
            state={row.state}
            absence={newest === undefined ? null : notSigned(row.under?.since ?? null, newest)}
          />
        </CellLink>
      ),
      sortable: true,
      width: '122px',
    },
    {
      id: 'adherence',
      header: 'Adherence',
      cell: (row) => (
        <CellLink
          className="link"
          {...adherenceOfSla(row, view)}
          aria-label={`SLA adherence of ${row.name} in ${row.deployment}`}
        >
          by period
        </CellLink>
      ),
      width: '78px',
    },
  ]
}

/** As whoever cannot see the bar hears it. */
function leftWords({ name, deployment, state }: SlaListRow): string {
  return `What is left of ${name} in ${deployment}${state === null ? '' : `, ${stateWords[state]}`}`
}

function Leeway({ row: { leeway, part }, isOpen }: Readonly<{ row: SlaListRow; isOpen: boolean }>) {
  if (part.isTooTight) {
    return (
      <span
        className={styles['tight']}
        title="No looser than the SLO beside it: nothing warns before it breaks"
      >
        <StateGlyph state="at-risk" />
        too tight
      </span>
    )
  }
  // Of an open period only the events so far are known: by its end more of them may fail.
  const ofWhat = isOpen ? 'of the events of this period so far' : 'of the events of this period'
  const more = leeway.badEvents === null ? '' : `: ${formatCount(leeway.badEvents)} more ${ofWhat} may fail`
  return (
    <span title={`SLO ${formatTarget(part.sloTarget)} %${more}`}>
      <Figure value={formatTarget(leeway.share)} unit="points" />
    </span>
  )
}
