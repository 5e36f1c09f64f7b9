import { memo } from 'react'

import type { Matrix, MatrixCell as CellOnWire, MatrixRow } from '../../../contract/hierarchy.ts'
import { statesBySeverity } from '../../../domain/state.ts'
import { Absent } from '../../../ui/absent.tsx'
import { Percent } from '../../../ui/percent.tsx'
import { Sparkline } from '../../../ui/sparkline.tsx'
import { StateGlyph, StateGlyphs } from '../../../ui/state-glyph.tsx'
import { gridCell, type GridPlace } from '../../../ui/use-grid-keys.ts'
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx'
import { outlookOf } from '../budget-cells.tsx'
import { cellWords } from './cell-words.ts'
import { cellLink, rowName, type MatrixPlace } from './matrix-links.ts'
import styles from './matrix-cell.module.css'
import { CellLink } from '../../../url/cell-link.tsx'

const DAY_MS = 86_400_000

type MatrixCellProps = Readonly<{
  cell: CellOnWire | null
  row: MatrixRow
  column: Matrix['columns'][number]
  place: GridPlace
  stop: GridPlace
  matrix: MatrixPlace
}>

/** Last three verdicts, state, smallest budget with its course, and the one thing to know besides. */
export const MatrixCell = memo(function MatrixCell({
  cell,
  row,
  column,
  place,
  stop,
  matrix,
}: MatrixCellProps) {
  const name = rowName(row)
  if (cell === null) {
    return (
      <td className={styles['cell']}>
        <span
          {...gridCell(place, stop)}
          className={styles['nothing']}
          title={`No budget of ${name} in ${column.name}`}
        >
          <span aria-hidden="true">–</span>
          <VisuallyHidden>
            {name}, {column.name}: no budget
          </VisuallyHidden>
        </span>
      </td>
    )
  }
  const { worst } = cell
  const words = cellWords(
    cell,
    { rowName: name, columnName: column.name, rows: matrix.rows },
    matrix.earlierPeriods,
  )
  const isSum = matrix.rows !== 'slo' || cell.seriesCount > 1
  return (
    <td
      className={`${styles['cell']} ${styles[worst.budget.state] ?? ''} ${column.isBeside ? styles['beside'] : ''}`}
    >
      <CellLink
        {...cellLink(cell, row, column, matrix)}
        {...gridCell(place, stop)}
        aria-label={words}
        title={words}
      >
        <StateGlyphs states={cell.earlier.map(({ state }) => state)} label={null} />
        <StateGlyph state={worst.budget.state} />
        <span className={styles['left']}>
          <Left cell={cell} />
        </span>
        <Sparkline
          values={isSilent(worst.budget) ? [] : worst.sparkline}
          days={daysOf(matrix.period)}
          elapsedShare={worst.budget.elapsedShare}
          width={74}
          height={22}
        />
        <span className={styles['note']}>
          {isSum ? (
            <Troubled cell={cell} />
          ) : (
            outlookOf({ budget: worst.budget, burning: worst.burning, periodEnd: matrix.period.end })
          )}
        </span>
      </CellLink>
    </td>
  )
})

function daysOf({ start, end }: Readonly<{ start: string; end: string }>): number {
  return Math.round((Date.parse(end) - Date.parse(start)) / DAY_MS)
}

function isSilent({ total, state }: CellOnWire['worst']['budget']): boolean {
  return total === 0 && (state === 'no-data' || state === 'no-traffic')
}

function Left({ cell: { worst } }: Readonly<{ cell: CellOnWire }>) {
  const { remaining, state } = worst.budget
  if (remaining === null) return <Absent reason="The target is 100 %: there is no budget" />
  if (isSilent(worst.budget))
    return <Absent reason={state === 'no-data' ? 'No measurements arrive' : 'Nobody asked in this period'} />
  return <Percent ratio={remaining} />
}

const quiet: ReadonlySet<string> = new Set(['healthy', 'fulfilled', 'no-traffic', 'no-budget'])

/** How many of its budgets need someone, and how many burn. */
function Troubled({ cell: { states, burningCount } }: Readonly<{ cell: CellOnWire }>) {
  return (
    <span className={styles['counts']}>
      {burningCount > 0 && <Count state="burning" count={burningCount} />}
      {statesBySeverity
        .filter((state) => states[state] > 0 && !quiet.has(state))
        .map((state) => (
          <Count key={state} state={state} count={states[state]} />
        ))}
    </span>
  )
}

export function Count({
  state,
  count,
}: Readonly<{ state: (typeof statesBySeverity)[number] | 'burning'; count: number }>) {
  return (
    <span className={styles['count']}>
      <StateGlyph state={state} />
      {count}
    </span>
  )
}
