import type { ReactNode } from 'react'

import styles from './fact-list.module.css'

type FactListProps = Readonly<{
  /** With a line below each: where facts are many and short. */
  isRuled?: boolean
  children: ReactNode
}>

/** What is known of one thing: each fact beside its name, or below it on a phone. */
export function FactList({ isRuled = false, children }: FactListProps) {
  return <dl className={`${styles['facts']} ${isRuled ? styles['ruled'] : ''}`}>{children}</dl>
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
