import type { ComponentPropsWithRef } from 'react'

import styles from './button.module.css'

export type ButtonLook = 'plain' | 'quiet' | 'primary'

type ButtonProps = Omit<ComponentPropsWithRef<'button'>, 'className' | 'type'> &
  Readonly<{
    look?: ButtonLook
    /** Pointer or focus have come near: what a press needs may be loaded. */
    onNear?: () => void
  }>

/** The look of a button for what must be a link. */
export function buttonClass(look: ButtonLook = 'plain'): string {
  return look === 'plain' ? `${styles['button']}` : `${styles['button']} ${styles[look]}`
}

export function Button({ look = 'plain', onNear, ...rest }: ButtonProps) {
  return (
    <button type="button" className={buttonClass(look)} onPointerEnter={onNear} onFocus={onNear} {...rest} />
  )
}
