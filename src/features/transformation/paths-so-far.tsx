import { Link } from '@tanstack/react-router'

import type { Board, BoardCard } from '../../contract/board.ts'
import { formatTime } from '../../ui/time-format.ts'
import { transformationPaths } from '../../url/transformation-paths.ts'
import styles from './board-sections.module.css'
import { stepPath, type StepScale } from './step-path.ts'

const WIDTH = 262
const HEIGHT = 84
const LEFT = 4
const RIGHT = 240
const TOP = 8
const BOTTOM = 76

/** How each team came to where it is: a step a phase, the other teams behind it. */
export function PathsSoFar({ board }: Readonly<{ board: Board }>) {
  const { columns, cards, now } = board
  const begun = cards.filter(({ phase }) => phase !== null)
  const first = Math.min(...begun.flatMap(({ moves }) => moves.map(({ at }) => Date.parse(at))))
  const phases = columns.map(({ id }) => id)
  const scale: StepScale = {
    phases,
    from: first,
    to: Date.parse(now),
    x: [LEFT, RIGHT],
    y: [BOTTOM, TOP],
  }
  const numberOf = ({ phase }: BoardCard) => phases.indexOf(phase ?? '') + 1
  const farthestFirst = begun.toSorted((a, b) => (a.teamName < b.teamName ? -1 : 1))
  return (
    <section aria-labelledby="paths-so-far">
      <div className={styles['sectionHead']}>
        <h2 id="paths-so-far">Paths so far</h2>
        <span className="muted">
          {begun.length > 0 &&
            `phase reached, ${monthOf(first)} to today; the other teams in grey. Not a race: starting points differ`}
        </span>
      </div>
      {begun.length === 0 && (
        <p className="muted">No team has begun yet. Each gets a path with its first move.</p>
      )}
      <div className={styles['paths']}>
        {farthestFirst.map((card) => (
          <figure key={card.team}>
            <figcaption>
              <Link {...transformationPaths.board({ card: card.team })}>
                <b>{card.teamName}</b>
              </Link>
              <span className="muted">phase {numberOf(card) || 'retired'}</span>
            </figcaption>
            <svg
              viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
              role="img"
              aria-label={`${card.teamName}: ${pathWords(card, board)}`}
            >
              <line className={styles['zero']} x1={LEFT} x2={RIGHT + 6} y1={BOTTOM + 4} y2={BOTTOM + 4} />
              {begun
                .filter(({ team }) => team !== card.team)
                .map(({ team, moves }) => (
                  <path key={team} className={styles['others']} d={stepPath(moves, scale).d} />
                ))}
              <PathOf card={card} scale={scale} number={numberOf(card)} />
            </svg>
            <p className={styles['axis']} aria-hidden="true">
              <span>{monthOf(first)}</span>
              <span>{monthOf(Date.parse(now))}</span>
            </p>
          </figure>
        ))}
      </div>
    </section>
  )
}

function PathOf({ card, scale, number }: Readonly<{ card: BoardCard; scale: StepScale; number: number }>) {
  const { d, end } = stepPath(card.moves, scale)
  return (
    <>
      <path className={styles['own']} d={d} />
      <circle cx={end.x} cy={end.y} r="3" />
      <text x={end.x + 7} y={end.y + 4}>
        {number || ''}
      </text>
    </>
  )
}

function pathWords({ moves }: BoardCard, { columns }: Board): string {
  const name = (id: string) => columns.find((one) => one.id === id)?.number ?? 'a retired one'
  return moves.map(({ to, at }) => `phase ${name(to)} from ${monthOf(Date.parse(at))}`).join(', ')
}

/** "Oct 2025". */
function monthOf(ms: number): string {
  const [, , month, year] = (formatTime(ms, 'full', 'UTC').split(',')[0] ?? '').split(/\s/)
  return `${month ?? ''} ${year ?? ''}`
}
