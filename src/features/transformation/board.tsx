import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'

import { boardChanges, boardQueries } from '../../api/board-queries.ts'
import { NotSaved } from '../../api/not-saved.tsx'
import type { Board, BoardCard } from '../../contract/board.ts'
import { cardBodySchema } from '../../contract/board.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import type { BoardView } from '../../url/board-view.ts'
import { transformationPaths } from '../../url/transformation-paths.ts'
import { AllTeamsDialog } from './all-teams-dialog.tsx'
import { BoardColumns, Elsewhere } from './board-columns.tsx'
import { BoardFiles } from './board-files.tsx'
import { BoardWall } from './board-wall.tsx'
import { ledeOf, phaseName } from './board-words.ts'
import styles from './board.module.css'
import { CardDialog } from './card-dialog.tsx'
import { PathsSoFar } from './paths-so-far.tsx'
import { PhasesDialog } from './phases-dialog.tsx'
import { Practices } from './practices.tsx'
import { Requests } from './requests.tsx'
import { TransformationTabs } from './transformation-tabs.tsx'
import { useCardMoves } from './use-card-moves.ts'

type BoardPageProps = Readonly<{
  board: Board
  view: BoardView
  onView: (change: Partial<BoardView>) => void
  /** Why the viewer may not change it; null where they may. */
  whyNot: string | null
}>

export function TransformationBoard({ board, view, onView, whyNot }: BoardPageProps) {
  const { size, crowd, follows } = ledeOf(board)
  const open = board.cards.find(({ team }) => team === view.card)
  return (
    <>
      <PageHeader
        title="SRE journey"
        lede={
          <span>
            {size} <b>{crowd}</b> {follows}
          </span>
        }
        end={
          <div className={styles['acts']}>
            <TransformationTabs />
            <Link className={buttonClass()} {...transformationPaths.board({ panel: 'phases' })}>
              Phases
            </Link>
            <Link className={buttonClass()} {...transformationPaths.board({ show: 'wall' })}>
              Show on a wall
            </Link>
          </div>
        }
      />
      <MovableBoard board={board} whyNot={whyNot} />
      <div className={styles['below']}>
        <PathsSoFar board={board} />
        <Practices board={board} />
      </div>
      <Requests board={board} whyNot={whyNot} />
      <BoardFiles board={board} />
      {open !== undefined && (
        <CardDialog
          key={open.team}
          card={open}
          board={board}
          whyNot={whyNot}
          onClose={() => onView({ card: null })}
        />
      )}
      {view.panel === 'phases' && (
        <PhasesDialog board={board} whyNot={whyNot} onClose={() => onView({ panel: 'none' })} />
      )}
      {view.panel === 'all-teams' && (
        <AllTeamsDialog board={board} whyNot={whyNot} onClose={() => onView({ panel: 'none' })} />
      )}
      {view.show === 'wall' && <BoardWall board={board} onClose={() => onView({ show: 'board' })} />}
    </>
  )
}

type Wanted = Readonly<{ card: BoardCard; to: string | null }>
type Made = Readonly<{ team: string; teamName: string; to: string; version: number; by: 'keys' | 'pointer' }>

function MovableBoard({ board, whyNot }: Readonly<{ board: Board; whyNot: string | null }>) {
  const client = useQueryClient()
  const change = useMutation(boardChanges.move())
  const [wanted, setWanted] = useState<Wanted | null>(null)
  const [made, setMade] = useState<Made | null>(null)

  function send(next: Wanted, seenVersion: number, by: Made['by']) {
    const { card, to } = next
    setWanted(next)
    change.mutate(
      { team: card.team, body: { seenVersion, to } },
      {
        onSuccess: ({ version }) =>
          setMade(to === null ? null : { team: card.team, teamName: card.teamName, to, version, by }),
      },
    )
  }

  function move(team: string, to: string, by: Made['by']) {
    const card = board.cards.find((one) => one.team === team)
    if (card !== undefined) send({ card, to }, card.version, by)
  }

  const moves = useCardMoves(board, move)
  const tools =
    whyNot === null
      ? {
          moves,
          onMove: (team: string, to: string) => move(team, to, 'keys'),
          focused: made?.by === 'keys' ? made.team : null,
        }
      : undefined
  const undone = board.cards.find(({ team }) => team === made?.team)

  return (
    <>
      <BoardColumns board={board} tools={tools} />
      <VisuallyHidden>
        <span role="status">{moves.said}</span>
      </VisuallyHidden>
      <div className={styles['key']}>
        <span>
          <i /> one team, today
        </span>
        <span>
          <i className={styles['ghost']} /> was here six months ago
        </span>
        {whyNot === null ? (
          <span className={styles['keys']}>
            <kbd>Space</kbd> picks a card up, <kbd>←</kbd> <kbd>→</kbd> move it, <kbd>Space</kbd> sets it down
          </span>
        ) : (
          <span className={styles['keys']}>
            To move cards: {whyNot.charAt(0).toLowerCase() + whyNot.slice(1)}
          </span>
        )}
      </div>
      <p role="status" className={styles['made']}>
        {made !== null && change.isSuccess && (
          <>
            {made.teamName} moved to {phaseName(board, made.to)}.{' '}
            <Button
              onClick={() => undone && send({ card: undone, to: null }, made.version, made.by)}
              disabled={undone === undefined}
            >
              Undo
            </Button>
          </>
        )}
        {made === null &&
          wanted?.to === null &&
          change.isSuccess &&
          `The move of ${wanted.card.teamName} is undone.`}
      </p>
      {wanted !== null && (
        <NotSaved
          change={change}
          title="The card was not moved"
          bodyOf={(body) => cardBodySchema.safeParse(body).data}
          inWords={(theirs) =>
            `${wanted.card.teamName} is now in ${phaseName(board, theirs.moves.at(-1)?.to ?? null)}; you saw it in ${phaseName(board, wanted.card.phase)}${wanted.to === null ? '' : ` and moved it to ${phaseName(board, wanted.to)}`}.`
          }
          take="Leave it as it is now"
          onTake={() => {
            setWanted(null)
            setMade(null)
            void client.invalidateQueries({ queryKey: boardQueries.board().queryKey })
          }}
          keep={wanted.to === null ? 'Take the last move back' : `Move it to ${phaseName(board, wanted.to)}`}
          onKeep={(version) => send(wanted, version, 'keys')}
        />
      )}
      <Elsewhere board={board} tools={tools} />
    </>
  )
}
