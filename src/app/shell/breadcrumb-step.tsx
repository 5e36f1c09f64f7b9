import type { ReactNode } from 'react'

import { Disclosure } from '../../ui/disclosure.tsx'
import { Icon } from '../../ui/icon.tsx'
import { MenuList } from '../../ui/menu-list.tsx'
import styles from './breadcrumb.module.css'
import { preloadSiblings } from './siblings.ts'

type StepProps = Readonly<{
  /** A link to the step, or the name of the page where it is the last. */
  children: ReactNode
  /** What stands beside this step: its name, and a list of links, asked for only when opened. */
  siblings?: Readonly<{ name: string; list: ReactNode }>
}>

export function Step({ children, siblings }: StepProps) {
  return (
    <li className={styles['step']}>
      <span className={styles['separator']} aria-hidden="true">
        <Icon name="chevron-right" />
      </span>
      {typeof children === 'string' ? <span aria-current="page">{children}</span> : children}
      {siblings && (
        <Disclosure
          className={styles['siblings']}
          name={siblings.name}
          onNear={preloadSiblings}
          label={<Icon name="chevron-down" />}
        >
          {() => <MenuList name={siblings.name}>{siblings.list}</MenuList>}
        </Disclosure>
      )}
    </li>
  )
}
