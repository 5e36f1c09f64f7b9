import type { ReactNode } from 'react'

import styles from './sentence.module.css'

/** The answer a page opens with, before its figures: what is bold is the conclusion. */
export function Sentence({ children }: Readonly<{ children: ReactNode }>) {
  return <p className={styles['sentence']}>{children}</p>
}
