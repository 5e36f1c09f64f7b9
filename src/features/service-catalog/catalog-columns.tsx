import type { CatalogRow } from '../../contract/service-catalog.ts'
import { formatDay } from '../../domain/day.ts'
import { Absent } from '../../ui/absent.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { stateWords } from '../../ui/state-words.ts'
import { Time } from '../../ui/time.tsx'
import { CellLink } from '../../url/cell-link.tsx'
import { catalogPaths } from '../../url/catalog-paths.ts'
import { attributeWords, kindWords, monthsWords, whyNoState } from './catalog-words.ts'
import styles from './service-catalog.module.css'

const MOST_MISSING = 3
const STEP_PX = 18

export const catalogColumns: readonly Column<CatalogRow>[] = [
  {
    id: 'name',
    header: 'Service',
    isRowHeader: true,
    sortable: true,
    width: '232px',
    cell: ({ slug, name, depth, isContext }) => (
      <span className={styles['name']} style={{ paddingInlineStart: depth * STEP_PX }}>
        <CellLink
          className={isContext ? styles['context'] : undefined}
          {...catalogPaths.service(slug)}
          title={name}
        >
          {slug}
        </CellLink>
      </span>
    ),
  },
  {
    id: 'kind',
    header: 'Kind',
    width: '148px',
    cell: (row) => (
      <span
        className={styles['cut']}
        title={row.partCount === 0 ? undefined : `Made of ${row.partCount} services`}
      >
        {kindWords(row)}
        {row.liveFrom !== null && <span className="muted">, {formatDay(row.liveFrom)}</span>}
      </span>
    ),
  },
  { id: 'team', header: 'Team', sortable: true, width: '92px', cell: ({ teamName }) => teamName },
  {
    id: 'product',
    header: 'Product',
    sortable: true,
    width: '92px',
    cell: ({ product }) => product ?? <Absent reason="Nobody said which product it belongs to" />,
  },
  { id: 'state', header: 'Worst budget', sortable: true, width: '168px', cell: (row) => <State row={row} /> },
  {
    id: 'slos',
    header: 'SLOs',
    align: 'end',
    sortable: true,
    width: '58px',
    cell: (row) => (row.sloCount === 0 ? <Absent reason={whyNoState(row)} /> : row.sloCount),
  },
  {
    id: 'missing',
    header: 'Missing',
    sortable: true,
    width: '220px',
    cell: ({ missing }) => <Missing missing={missing.filter((one) => one !== 'confirmed')} />,
  },
  {
    id: 'confirmed',
    header: 'Confirmed',
    sortable: true,
    width: '170px',
    cell: ({ confirmed }) =>
      confirmed === null ? (
        <Absent reason="Nobody has yet said that this is right" />
      ) : (
        <span title={confirmed.by} className={confirmed.isStale ? styles['stale'] : undefined}>
          <Time at={confirmed.at} form="date" />
          <span className="muted">, {monthsWords(confirmed.months)}</span>
        </span>
      ),
  },
]

function State({ row }: Readonly<{ row: CatalogRow }>) {
  const { budgets } = row
  if (budgets === null || budgets.worstState === null) return <Absent reason={whyNoState(row)} />
  const { worstState, states, seriesCount, burningCount } = budgets
  const count = states[worstState]
  return (
    <span title={`${seriesCount} budgets in production, ${burningCount} burning`}>
      <StateBadge state={worstState}>
        {`${shareWords(count, seriesCount)} ${stateWords[worstState].toLowerCase()}`}
      </StateBadge>
    </span>
  )
}

function shareWords(count: number, all: number): string {
  if (all === 1) return '1'
  return count === all ? `all ${all}` : `${count} of ${all}`
}

function Missing({ missing }: Pick<CatalogRow, 'missing'>) {
  if (missing.length === 0) return <span className="muted">nothing</span>
  const words = missing.map((one) => attributeWords[one].toLowerCase())
  const more = words.length - MOST_MISSING
  const shown = more > 1 ? `${words.slice(0, MOST_MISSING).join(', ')}, ${more} more` : words.join(', ')
  return (
    <span className={styles['cut']} title={words.join(', ')}>
      {shown}
    </span>
  )
}
