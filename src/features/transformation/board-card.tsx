import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

import type { Board, BoardCard } from '../../contract/board.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Icon } from '../../ui/icon.tsx'
import { MenuList } from '../../ui/menu-list.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { transformationPaths } from '../../url/transformation-paths.ts'
import { dayWords, evidenceWords, phaseName } from './board-words.ts'
import styles from './board-card.module.css'
import type { useCardMoves } from './use-card-moves.ts'

export type CardTools = Readonly<{
  moves: ReturnType<typeof useCardMoves>
  onMove: (team: string, to: string) => void
  /** The team whose card was set down by keys, and so keeps the focus. */
  focused: string | null
}>

type CardProps = Readonly<{
  card: BoardCard
  board: Board
  /** Left out where the viewer may not, or nobody can: on a wall. */
  tools?: CardTools | undefined
  isCompact: boolean
}>

export function Card({ card, board, tools, isCompact }: CardProps) {
  const { team, teamName, weeksInPhase, weeksStuck, nextStep, coachVisit } = card
  const held = tools?.moves.held?.team === team ? tools.moves.held : null
  const asked = board.columns.find(({ id }) => id === card.phase)?.evidence
  const seen = card.evidence.find(({ kind, count }) => kind === asked && count > 0)
  const isDragged = held?.by === 'pointer'
  const className = [styles['card'], weeksStuck !== null && styles['stuck'], held && styles['held']]
    .filter(Boolean)
    .join(' ')
  return (
    <li
      className={className}
      style={isDragged ? { translate: `${held.x}px ${held.y}px`, pointerEvents: 'none' } : undefined}
      onPointerDown={tools && ((event) => tools.moves.onPointerDown(event, team))}
    >
      <div className={styles['head']}>
        <Link className={styles['team']} {...transformationPaths.board({ card: team })} draggable={false}>
          {teamName}
        </Link>
        {weeksInPhase !== null && (
          <span className="muted" title="Time in this phase">
            {weeksInPhase} wk
          </span>
        )}
        {tools && <CardControls card={card} board={board} tools={tools} />}
      </div>
      <Reached card={card} board={board} />
      {!isCompact && nextStep !== '' && <p>Next: {nextStep}</p>}
      {!isCompact && seen !== undefined && (
        <p className={styles['coach']} title="What data tell; it moves nobody">
          <Icon name="chart" />
          {evidenceWords(seen)}
        </p>
      )}
      {weeksStuck !== null && (
        <p className={styles['coach']}>
          <StateBadge state="at-risk">No step in {weeksStuck} wk</StateBadge>
        </p>
      )}
      {!isCompact && weeksStuck === null && coachVisit !== null && (
        <p className={styles['coach']}>
          <Icon name="clock" />
          Coach {dayWords(coachVisit)}
        </p>
      )}
    </li>
  )
}

type CardControlsProps = Readonly<{ card: BoardCard; board: Board; tools: CardTools }>

function CardControls({ card, board, tools: { moves, onMove, focused } }: CardControlsProps) {
  const { team, teamName, phase } = card
  const grip = useRef<HTMLButtonElement>(null)
  const isFocused = focused === team
  useEffect(() => {
    if (isFocused) grip.current?.focus()
  }, [isFocused, phase])
  return (
    <span className={styles['controls']}>
      <button
        ref={grip}
        type="button"
        data-grip
        className={styles['grip']}
        aria-label={`Move ${teamName}`}
        aria-pressed={moves.held?.team === team}
        title="Drag it, or press Space"
        onKeyDown={(event) => moves.onKeyDown(event, team)}
        onBlur={() => moves.held?.by === 'keys' && moves.letGo()}
      >
        <Icon name="grip" />
      </button>
      <Disclosure
        className={styles['grip']}
        name={`Move ${teamName} to a phase`}
        label={<Icon name="chevron-down" />}
        align="end"
      >
        {(close) => (
          <MenuList name={`Move ${teamName} to`}>
            {board.columns
              .filter(({ id }) => id !== phase)
              .map(({ id }) => (
                <li key={id}>
                  <button
                    type="button"
                    onClick={() => {
                      close()
                      onMove(team, id)
                    }}
                  >
                    {phaseName(board, id)}
                  </button>
                </li>
              ))}
          </MenuList>
        )}
      </Disclosure>
    </span>
  )
}

function Reached({ card, board }: Readonly<{ card: BoardCard; board: Board }>) {
  const measures = board.columns.find(({ id }) => id === card.phase)?.measures ?? []
  if (measures.length === 0) return null
  const isReached = (id: string) => card.reached.some(({ measure }) => measure === id)
  const count = measures.filter(({ id }) => isReached(id)).length
  return (
    <p className={styles['reached']}>
      {measures.map(({ id }, index) => (
        <i key={id} className={index < count ? styles['done'] : undefined} />
      ))}
      <span>
        {count} of {measures.length} done
      </span>
    </p>
  )
}
