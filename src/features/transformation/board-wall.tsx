import { useEffect, useRef } from 'react'

import type { Board } from '../../contract/board.ts'
import { Button } from '../../ui/button.tsx'
import { Time } from '../../ui/time.tsx'
import { BoardColumns } from './board-columns.tsx'
import { ledeOf } from './board-words.ts'
import styles from './board-wall.module.css'

type BoardWallProps = Readonly<{ board: Board; onClose: () => void }>

/** For a screen people walk past: big, over everything, with nothing to set. It is asked anew as every page is. */
export function BoardWall({ board, onClose }: BoardWallProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
    // Nothing on a wall is to be pressed, so nothing on it is marked.
    dialog.current?.focus()
  }, [])
  const { size, crowd, follows } = ledeOf(board)
  return (
    <dialog
      ref={dialog}
      className={styles['wall']}
      tabIndex={-1}
      aria-label="SRE journey, on a wall"
      onClose={onClose}
    >
      <p className={styles['lede']}>
        {size} <b>{crowd}</b> {follows}
      </p>
      <BoardColumns board={board} />
      <p className={styles['foot']}>
        <span>
          As of <Time at={board.now} form="full" />
        </span>
        <Button look="quiet" onClick={() => dialog.current?.close()}>
          Leave the wall
        </Button>
      </p>
    </dialog>
  )
}
