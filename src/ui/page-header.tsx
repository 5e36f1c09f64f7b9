import type { ReactNode } from 'react'

import styles from './page-header.module.css'

/** Navigation moves the focus here, so that the new page is announced by its title. */
export const PAGE_TITLE_ID = 'page-title'

type PageHeaderProps = Readonly<{
  /** Plain text, for the browser's tab and history. */
  title: string
  /** The title as set, where it is more than plain text. */
  heading?: ReactNode
  /** One line: what this page shows, of what, up to when. */
  lede?: ReactNode
  /** Facts or actions at the far end. */
  end?: ReactNode
  /** For the ear alone, where the page opens with a sentence that says more. */
  isSpokenOnly?: boolean
}>

export function PageHeader({ title, heading, lede, end, isSpokenOnly = false }: PageHeaderProps) {
  return (
    <header className={isSpokenOnly ? styles['spoken'] : styles['header']}>
      <title>{`${title} · SRE Indicators`}</title>
      <div className={styles['words']}>
        <h1 id={PAGE_TITLE_ID} tabIndex={-1} className={styles['title']}>
          {heading ?? title}
        </h1>
        {lede !== undefined && <div className={styles['lede']}>{lede}</div>}
      </div>
      {end}
    </header>
  )
}
