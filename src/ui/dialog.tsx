import { useEffect, useId, useRef, type ReactNode } from 'react'

import { Button } from './button.tsx'
import styles from './dialog.module.css'
import { Icon } from './icon.tsx'

type DialogProps = Readonly<{
  title: string
  /** Called once it is closed, however that came. */
  onClose: () => void
  /** Must be closed by what stands in it: Escape and the cross would lose something for good. */
  mustBeAnswered?: boolean
  width?: 'normal' | 'wide'
  children: (close: () => void) => ReactNode
}>

/** Over the page until it is answered. The browser keeps the focus in it and gives it back. */
export function Dialog({ title, onClose, mustBeAnswered = false, width = 'normal', children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  const close = () => dialog.current?.close()
  return (
    <dialog
      ref={dialog}
      className={width === 'wide' ? `${styles['dialog']} ${styles['wide']}` : styles['dialog']}
      aria-labelledby={titleId}
      onClose={onClose}
      onCancel={(event) => {
        if (mustBeAnswered) event.preventDefault()
      }}
    >
      <div className={styles['head']}>
        <h2 id={titleId}>{title}</h2>
        {!mustBeAnswered && (
          <Button look="quiet" aria-label="Close" onClick={close}>
            <Icon name="close" />
          </Button>
        )}
      </div>
      {children(close)}
    </dialog>
  )
}

/** What stands in a dialog, part below part. */
export function DialogBody({ children }: Readonly<{ children: ReactNode }>) {
  return <div className={styles['body']}>{children}</div>
}
