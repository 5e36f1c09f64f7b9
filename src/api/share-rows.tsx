import type { ComponentProps, ReactNode } from 'react'

import { buttonClass, Button } from '../ui/button.tsx'
import type { Column } from '../ui/data-table.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { Icon } from '../ui/icon.tsx'
import { ShareChoices } from '../ui/share-choices.tsx'
import { DownloadButton } from './download-rows.tsx'
import type { RowsFile } from './rows-file.ts'
import styles from './share-rows.module.css'
import { useCopyRows } from './use-copy-rows.tsx'
import { useDownloadRows } from './use-download-rows.ts'

type ShareRowsProps<Row> = Readonly<{
  links: Pick<ComponentProps<typeof ShareChoices>, 'live' | 'frozen'>
  file: RowsFile<Row>
  /** Those in sight, in their order. */
  columns: readonly Column<Row>[]
  /** What else there is to take along: the page's graph. */
  more?: ReactNode
}>

/** A list to take along: as a link, as a file, as a table for a wiki. What was begun goes on when the menu is closed. */
export function ShareRows<Row>({ links, file, columns, more }: ShareRowsProps<Row>) {
  const download = useDownloadRows(file)
  const { result, copy, sheet } = useCopyRows(file, columns)
  return (
    <>
      <Disclosure
        align="end"
        className={buttonClass()}
        label={
          <>
            <Icon name="share" />
            Share
          </>
        }
      >
        {() => (
          <>
            <ShareChoices {...links}>
              <DownloadButton {...download} />
              <Button
                onClick={copy}
                disabled={result.kind === 'reading'}
                title="Copy the rows, as they are shown, as a table of Markdown"
              >
                {result.kind === 'reading' ? 'Reading rows' : 'Markdown'}
              </Button>
            </ShareChoices>
            {more}
            <div role="status" className={styles['result']}>
              {result.kind === 'copied' && result.says}
              {result.kind === 'failed' && 'The rows could not be read. Try again.'}
              {result.kind === 'refused' && (
                <label>
                  The browser did not allow it. Copy it here:
                  <textarea
                    readOnly
                    rows={4}
                    value={result.text}
                    onFocus={(event) => event.target.select()}
                  />
                </label>
              )}
            </div>
          </>
        )}
      </Disclosure>
      {sheet}
    </>
  )
}
