import type { Matrix, MatrixRow } from '../../../contract/hierarchy.ts'
import { formatTarget } from '../../../domain/format.ts'
import { statesBySeverity } from '../../../domain/state.ts'
import { EndpointName } from '../../../ui/endpoint-name.tsx'
import { Figure } from '../../../ui/figure.tsx'
import { thresholdWords } from '../../../ui/slo-words.ts'
import { stateWords } from '../../../ui/state-words.ts'
import { gridCell, type GridPlace } from '../../../ui/use-grid-keys.ts'
import { Count } from './matrix-cell.tsx'
import { columnLink, rowLink, rowName, type MatrixPlace } from './matrix-links.ts'
import cellStyles from './matrix-cell.module.css'
import styles from './matrix.module.css'
import { CellLink } from '../../../url/cell-link.tsx'

type Column = Matrix['columns'][number]

/** There is no room for more; the title has them all. */
const MOST_COUNTS = 4

type ColumnHeadProps = Readonly<{ column: Column; place: GridPlace; stop: GridPlace; matrix: MatrixPlace }>

/** Where it is, how its budgets stand, and what the figures below are. */
export function ColumnHead({ column, place, stop, matrix }: ColumnHeadProps) {
  const { earlierPeriods, period } = matrix
  const present = statesBySeverity.filter((state) => column.states[state] > 0)
  const words = present.map((state) => `${column.states[state]} ${stateWords[state].toLowerCase()}`)
  const [first, last] = [earlierPeriods.at(0)?.name, earlierPeriods.at(-1)?.name]
  return (
    <th scope="col" className={column.isBeside ? styles['besideHead'] : undefined}>
      <CellLink
        {...columnLink(column.slug, matrix)}
        {...gridCell(place, stop)}
        className={styles['head']}
        aria-label={`${column.name}${column.isBeside ? ', for comparison' : ''}: ${words.join(', ')}`}
        title={words.join(', ')}
      >
        <b>{column.name}</b>
        <span className={cellStyles['counts']}>
          {column.burningCount > 0 && <Count state="burning" count={column.burningCount} />}
          {present.slice(0, MOST_COUNTS).map((state) => (
            <Count key={state} state={state} count={column.states[state]} />
          ))}
        </span>
      </CellLink>
      <span className={styles['under']} aria-hidden="true">
        <span>{first === last ? first : `${first}–${last}`}</span>
        <span>{period.isOpen ? 'Left now' : 'Left'}</span>
        <span>{period.isOpen ? `${period.name} so far` : period.name}</span>
      </span>
    </th>
  )
}

type RowHeadProps = Readonly<{ row: MatrixRow; place: GridPlace; stop: GridPlace; matrix: MatrixPlace }>

export function RowHead({ row, place, stop, matrix }: RowHeadProps) {
  return (
    <th scope="row">
      <CellLink
        {...rowLink(row, matrix)}
        {...gridCell(place, stop)}
        className={styles['name']}
        title={rowName(row)}
      >
        {row.slo ? (
          <SloWords slo={row.slo} sliName={row.sliName} />
        ) : (
          <PlaceWords row={row} scope={matrix.scope} />
        )}
      </CellLink>
    </th>
  )
}

function SloWords({
  slo,
  sliName,
}: Readonly<{ slo: NonNullable<MatrixRow['slo']>; sliName: string | null }>) {
  return (
    <>
      <span className={styles['endpoint']}>
        <EndpointName {...slo.endpoint} />
      </span>
      <span className={styles['minor']}>{sliName}</span>
      <span className={styles['target']}>
        <Figure value={formatTarget(slo.target)} unit="%" />
      </span>
      <span className={styles['minor']}>
        {slo.thresholdMs === null ? slo.flavor === 'default' && 'default' : thresholdWords(slo.thresholdMs)}
      </span>
    </>
  )
}

function PlaceWords({ row, scope }: Readonly<{ row: MatrixRow; scope: MatrixPlace['scope'] }>) {
  const isOwnerTold = row.service !== null && scope.team === undefined
  return (
    <>
      <span className={styles['place']}>{rowName(row)}</span>
      <span className={styles['minor']}>{isOwnerTold && row.teamName}</span>
      <span className={`${styles['minor']} ${styles['sloCount']}`}>
        {row.sloCount} {row.sloCount === 1 ? 'SLO' : 'SLOs'}
      </span>
    </>
  )
}
