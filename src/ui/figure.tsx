import styles from './figure.module.css'

/** Narrow no-break space: between a value and its unit. */
export const NARROW_SPACE = '\u202f'

type FigureProps = Readonly<{ value: string; unit: string; isOverspent?: boolean }>

/** The value in ink, its unit smaller and lighter. */
export function Figure({ value, unit, isOverspent = false }: FigureProps) {
  return (
    <span className={isOverspent ? `${styles['figure']} ${styles['overspent']}` : styles['figure']}>
      {value + NARROW_SPACE}
      <span className={styles['unit']}>{unit}</span>
    </span>
  )
}
