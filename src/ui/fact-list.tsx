import type { ReactNode } from 'react'

import styles from './fact-list.module.css'

type FactListProps = Readonly<{
  /** Many and short: with a line below each, in columns where there is room. Long ones stand below their names. */
  look?: 'plain' | 'ruled' | 'columns' | 'stacked'
  children: ReactNode
}>

/** What is known of one thing: each fact beside its name, or below it on a phone. */
export function FactList({ look = 'plain', children }: FactListProps) {
  return <dl className={`${styles['facts']} ${styles[look]}`}>{children}</dl>
}

type FactProps = Readonly<{
  name: string
  className?: string | undefined
  children: ReactNode
}>

export function Fact({ name, className, children }: FactProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={className}>{children}</dd>
    </div>
  )
}
