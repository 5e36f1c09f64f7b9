import type { ComponentProps, ReactNode } from 'react'

import { Button } from '../ui/button.tsx'
import type { Column } from '../ui/data-table.tsx'
import { ShareChoices } from '../ui/share-choices.tsx'
import { DownloadButton } from './download-rows.tsx'
import type { RowsFile } from './rows-file.ts'
import styles from './share-rows.module.css'
import { useCopyRows } from './use-copy-rows.tsx'
import { useDownloadRows } from './use-download-rows.ts'

/** Links to the view in the address bar: a hook, since what they are made with loads when somebody comes near. */
type LinksOfView = Readonly<{
  useLinks: () => Pick<ComponentProps<typeof ShareChoices>, 'live' | 'frozen'>
  preload: () => void
}>

export type ShareRowsProps<Row> = Readonly<{
  links: LinksOfView
  file: RowsFile<Row>
  /** Those in sight, in their order. */
  columns: readonly Column<Row>[]
  /** What else there is to take along: the page's graph. */
  more?: ReactNode
}>

type SharePanelProps<Row> = ShareRowsProps<Row> & Readonly<{ isOpen: boolean }>

/** What was begun goes on when the menu is closed; what is chosen begins anew when it is opened. */
export function SharePanel<Row>({ links, file, columns, more, isOpen }: SharePanelProps<Row>) {
  const download = useDownloadRows(file)
  const { result, copy, sheet } = useCopyRows(file, columns)
  return (
    <>
      {isOpen && (
        <LinkChoices useLinks={links.useLinks}>
          <DownloadButton {...download} />
          <Button
            onClick={copy}
            disabled={result.kind === 'reading'}
            title="Copy the rows, as they are shown, as a table of Markdown"
          >
            {result.kind === 'reading' ? 'Reading rows' : 'Markdown'}
          </Button>
        </LinkChoices>
      )}
      {isOpen && more}
      <div role="status" className={styles['result']}>
        {result.kind === 'copied' && result.says}
        {result.kind === 'failed' && 'The rows could not be read. Try again.'}
        {result.kind === 'refused' && (
          <label>
            The browser did not allow it. Copy it here:
            <textarea readOnly rows={4} value={result.text} onFocus={(event) => event.target.select()} />
          </label>
        )}
      </div>
      {sheet}
    </>
  )
}

function LinkChoices({
  useLinks,
  children,
}: Pick<LinksOfView, 'useLinks'> & Readonly<{ children: ReactNode }>) {
  return <ShareChoices {...useLinks()}>{children}</ShareChoices>
}
