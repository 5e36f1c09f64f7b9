import { Link } from '@tanstack/react-router'

import type { Board } from '../../contract/board.ts'
import { Absent } from '../../ui/absent.tsx'
import { transformationPaths } from '../../url/transformation-paths.ts'
import styles from './organization.module.css'

const STEP = 8
/** A board of many phases has its dots nearer together, so that the row stays one row. */
const MOST_WIDTH = 80
const HEIGHT = 10
const MOST_RADIUS = 3

/** How far a team has come, as on the board; which opens its card there. */
export function Journey({ board, team }: Readonly<{ board: Board; team: string }>) {
  const card = board.cards.find((one) => one.team === team)
  const count = board.columns.length
  const column = board.columns.find(({ id }) => id === card?.phase)
  if (card === undefined || card.phase === null)
    return <Absent reason="Not on the transformation board yet" />
  const step = Math.min(STEP, MOST_WIDTH / count)
  const weeks = `${card.weeksInPhase ?? 0} ${card.weeksInPhase === 1 ? 'week' : 'weeks'}`
  const words =
    column === undefined
      ? 'In a phase that was retired'
      : `Phase ${column.number} of ${count}: ${column.name}, for ${weeks}`
  return (
    <Link
      className={styles['journey']}
      {...transformationPaths.board({ card: team })}
      title={words}
      aria-label={`${card.teamName}: ${words}`}
    >
      <svg width={step * count} height={HEIGHT} aria-hidden="true">
        {board.columns.map(({ id, number }) => (
          <circle
            key={id}
            className={styles[dotOf(number, column?.number)]}
            cx={(number - 0.5) * step}
            cy={HEIGHT / 2}
            r={Math.min(MOST_RADIUS, step / 2 - 0.5)}
          />
        ))}
      </svg>
      {column?.number ?? '–'}
    </Link>
  )
}

function dotOf(number: number, at: number | undefined): 'stepDone' | 'stepNow' | 'stepAhead' {
  if (at === undefined || number > at) return 'stepAhead'
  return number === at ? 'stepNow' : 'stepDone'
}
