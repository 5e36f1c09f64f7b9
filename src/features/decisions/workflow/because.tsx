import styles from './because.module.css'

/** Why, in a sentence: the last column of a question's figures. */
export function Because({ children }: Readonly<{ children: string }>) {
  return <p className={styles['because']}>{children}</p>
}
