import { Link } from '@tanstack/react-router'

import type { Board, BoardCard } from '../../contract/board.ts'
import { Dialog, DialogBody } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Time } from '../../ui/time.tsx'
import { paths } from '../../url/paths.ts'
import { evidenceWords, phaseName } from './board-words.ts'
import styles from './board-dialogs.module.css'
import { CardForm } from './card-form.tsx'

type CardDialogProps = Readonly<{
  card: BoardCard
  board: Board
  whyNot: string | null
  onClose: () => void
}>

/** All that is known of one team on its way: what it has reached, what comes next, how it came here. */
export function CardDialog({ card, board, whyNot, onClose }: CardDialogProps) {
  const { team, teamName, phase, since, evidence, moves, changed } = card
  const column = board.columns.find(({ id }) => id === phase)
  return (
    <Dialog title={teamName} width="wide" onClose={onClose}>
      {(close) => (
        <DialogBody>
          <p>
            <b>{phase === null ? 'Not begun yet' : phaseName(board, phase)}</b>
            {since !== null && (
              <>
                {' '}
                since <Time at={since} form="full" />
              </>
            )}
            .{' '}
            <Link className="link" {...paths.explore({ team })}>
              Budgets of {teamName}
            </Link>
          </p>
          <section aria-label="What data tell">
            <h3>What data tell</h3>
            <ul className={styles['facts']}>
              {evidence.map((fact) => (
                <li key={fact.kind} className={fact.kind === column?.evidence ? styles['asked'] : undefined}>
                  {evidenceWords(fact)}
                  {fact.kind === column?.evidence && (
                    <span className="muted"> (what this phase is about)</span>
                  )}
                </li>
              ))}
            </ul>
          </section>
          {whyNot !== null && (
            <Notice kind="forbidden" title="You may look at it">
              {whyNot}.
            </Notice>
          )}
          <CardForm card={card} board={board} isReadOnly={whyNot !== null} onDone={close} />
          <section aria-label="Moves">
            <h3>Moves</h3>
            {moves.length === 0 ? (
              <p className="muted">None yet.</p>
            ) : (
              <ol className={styles['facts']}>
                {moves.toReversed().map(({ to, at, by }) => (
                  <li key={at + to}>
                    {phaseName(board, to)}{' '}
                    <span className="muted">
                      <Time at={at} form="full" />, {by}
                    </span>
                  </li>
                ))}
              </ol>
            )}
            {changed !== null && (
              <p className="muted">
                Version {card.version}, last changed by {changed.by}, <Time at={changed.at} form="full" />
              </p>
            )}
          </section>
        </DialogBody>
      )}
    </Dialog>
  )
}
