import { SmallBurnDown } from '../../charts/small-burn-down.tsx'
import type { Matrix, MatrixCell } from '../../contract/hierarchy.ts'
import { formatCount, formatRemaining } from '../../domain/format.ts'
import { StateGlyph } from '../../ui/state-glyph.tsx'
import { stateWords } from '../../ui/state-words.ts'
import { useMeasuredWidth } from '../../ui/use-measured-width.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { rowHeight, wallColumns } from './wall-blocks.ts'
import styles from './wall-map.module.css'

const DAY_MS = 86_400_000

type WallMapProps = Readonly<{
  matrix: Matrix
  /** Few services: each with the course of its budget. */
  isWide: boolean
}>

/** The smallest budget left of each service in each deployment, in percent. */
export function WallMap({ matrix, isWide }: WallMapProps) {
  const { items, totalCount, columns, period } = matrix
  const days = Math.round((Date.parse(period.end) - Date.parse(period.start)) / DAY_MS)
  const blocks = wallColumns(items, isWide ? (columns.length > 1 ? 1 : 2) : 3)
  const height = rowHeight(blocks)
  return (
    <section aria-label="Services by team and deployment; the figure is the smallest budget left in percent">
      <div className={styles['columns']}>
        {blocks.map((column) => (
          <div key={column[0]?.team}>
            {column.map(({ team, rows }) => (
              <table key={team} className={styles['team']}>
                <thead>
                  <tr>
                    <th scope="col">{team}</th>
                    {columns.map(({ slug, name }) => (
                      <th key={slug} scope="col">
                        {name.replace(/^prod-/, '')}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.key} style={{ height: `calc(${height} * var(--u))` }}>
                      <th scope="row">{row.service}</th>
                      {row.cells.map((cell, at) => (
                        <Cell key={columns[at]?.slug} cell={cell} days={isWide ? days : null} />
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            ))}
          </div>
        ))}
      </div>
      {totalCount > items.length && (
        <p className={styles['more']}>
          The {items.length} that need someone most, of {formatCount(totalCount)} services
        </p>
      )}
    </section>
  )
}

/** `days` of the period where the course is drawn beside the figure. */
function Cell({ cell, days }: Readonly<{ cell: MatrixCell | null; days: number | null }>) {
  if (cell === null) {
    return (
      <td className={styles['none']}>
        <span aria-hidden="true">–</span>
        <VisuallyHidden>not deployed, or without an SLO</VisuallyHidden>
      </td>
    )
  }
  const { worst, leastRemaining, burningCount } = cell
  const isBurning = burningCount > 0
  const state = isBurning ? 'burning' : worst.budget.state
  return (
    <td
      className={`${styles['cell']} ${styles[worst.budget.state] ?? ''} ${isBurning ? styles['burning'] : ''}`}
    >
      <div className={days === null ? styles['stacked'] : styles['beside']}>
        <StateGlyph
          state={state}
          label={isBurning ? `${stateWords[worst.budget.state]}, burning` : stateWords[state]}
        />
        <b>
          {leastRemaining === null ? (
            <>
              <span aria-hidden="true">–</span>
              <VisuallyHidden>no budget measured</VisuallyHidden>
            </>
          ) : (
            formatRemaining(leastRemaining)
          )}
        </b>
        {days !== null && <Course cell={cell} days={days} />}
      </div>
    </td>
  )
}

function Course({ cell: { worst }, days }: Readonly<{ cell: MatrixCell; days: number }>) {
  const [ref, width] = useMeasuredWidth()
  return (
    <div ref={ref} className={styles['course']}>
      {width > 40 && (
        <SmallBurnDown
          values={worst.sparkline}
          days={days}
          elapsedShare={worst.budget.elapsedShare}
          width={width}
          height={44}
          bottom={-0.4}
          labelPx={0}
        />
      )}
    </div>
  )
}
