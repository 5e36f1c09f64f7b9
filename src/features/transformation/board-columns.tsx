import type { Board } from '../../contract/board.ts'
import { Card, type CardTools } from './board-card.tsx'
import styles from './board-columns.module.css'

type BoardColumnsProps = Readonly<{ board: Board; tools?: CardTools | undefined }>

/** With more teams cards say less, so that all of them stay in sight. */
const MOST_FULL_CARDS = 12
const BRICKS_PX = 44
const BRICK_PX = 13
const GAP_PX = 3
/** More of them are too thin to be told apart, and become one bar. */
const MOST_BRICKS = 9

export function BoardColumns({ board, tools }: BoardColumnsProps) {
  const { columns, cards } = board
  const widths = columns
    .map(({ teams }) => (teams.length > 0 ? 'minmax(146px, 1.42fr)' : 'minmax(84px, .86fr)'))
    .join(' ')
  const most = Math.max(1, ...columns.map(({ teams, countThen }) => Math.max(teams.length, countThen)))
  const brick = Math.max(2, Math.min(BRICK_PX, BRICKS_PX / most - GAP_PX))
  const target = tools?.moves.held?.to ?? null
  return (
    <div className={styles['region']} role="region" aria-label="Board" tabIndex={0}>
      <ol
        className={styles['board']}
        style={{ gridTemplateColumns: widths, '--brick': `${brick}px` } as React.CSSProperties}
      >
        {columns.map((column) => {
          const { id, number, name, hint, teams, countThen, isConcentrated } = column
          const className = [
            styles['column'],
            isConcentrated && styles['crowded'],
            teams.length === 0 && styles['empty'],
            target === id && styles['target'],
          ]
            .filter(Boolean)
            .join(' ')
          return (
            <li key={id} data-phase={id} className={className}>
              <Bricks count={teams.length} countThen={countThen} most={most} />
              <div className={styles['about']}>
                <span className={styles['number']}>{number}</span>
                <h2>{name}</h2>
                <p>{hint}</p>
              </div>
              {teams.length > 0 && (
                <ul className={styles['cards']} aria-label={`Teams in phase ${number}, ${name}`}>
                  {cards
                    .filter(({ phase }) => phase === id)
                    .toSorted((a, b) => teams.indexOf(a.team) - teams.indexOf(b.team))
                    .map((card) => (
                      <Card
                        key={card.team}
                        card={card}
                        board={board}
                        tools={tools}
                        isCompact={cards.length > MOST_FULL_CARDS}
                      />
                    ))}
                </ul>
              )}
            </li>
          )
        })}
      </ol>
    </div>
  )
}

type BricksProps = Readonly<{ count: number; countThen: number; most: number }>

/** One for each team, and dashed ones for those more that were here half a year ago. */
function Bricks({ count, countThen, most }: BricksProps) {
  const ghosts = Math.max(0, countThen - count)
  const barOf = (teams: number) => ({ height: `${(teams / most) * BRICKS_PX}px` })
  return (
    <div className={styles['bricks']} title={`${count} today, ${countThen} six months ago`}>
      {most > MOST_BRICKS ? (
        <span>
          {count > 0 && <i style={barOf(count)} />}
          {ghosts > 0 && <i className={styles['ghost']} style={barOf(ghosts)} />}
        </span>
      ) : (
        <span>
          {Array.from({ length: count + ghosts }, (_, index) => (
            <i key={index} className={index < count ? undefined : styles['ghost']} />
          ))}
        </span>
      )}
      <b>{count > 0 && count}</b>
    </div>
  )
}

/** Teams in no column: those that have not begun, and those whose phase was retired meanwhile. */
export function Elsewhere({ board, tools }: BoardColumnsProps) {
  const ids = new Set(board.columns.map(({ id }) => id))
  const cards = board.cards.filter(({ phase }) => phase === null || !ids.has(phase))
  if (cards.length === 0) return null
  return (
    <section className={styles['elsewhere']} aria-label="Not on the board yet">
      <h2>Not on the board yet</h2>
      <ul className={styles['cards']}>
        {cards.map((card) => (
          <Card key={card.team} card={card} board={board} tools={tools} isCompact />
        ))}
      </ul>
    </section>
  )
}
