import type { ReactNode } from 'react'

import styles from './menu-list.module.css'

type MenuListProps = Readonly<{ name: string; children: ReactNode }>

/** A list of links or buttons inside a disclosure. Each child is an <li>. */
export function MenuList({ name, children }: MenuListProps) {
  return (
    <>
      <p className={styles['title']} aria-hidden="true">
        {name}
      </p>
      <ul className={styles['list']} aria-label={name}>
        {children}
      </ul>
    </>
  )
}
