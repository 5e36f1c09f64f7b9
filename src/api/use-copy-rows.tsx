import { useCallback, useEffect, useRef, useState } from 'react'

import { formatCount } from '../domain/format.ts'
import type { Column } from '../ui/data-table.tsx'
import { RowsSheet } from '../ui/rows-sheet.tsx'
import type { RowsFile } from './rows-file.ts'

/** More than a page of a wiki bears; the whole of a longer list is for a file. */
const MOST_COPIED = 1_000

type Taken<Row> = Readonly<{ rows: readonly Row[]; totalCount: number }>

type Result =
  | Readonly<{ kind: 'idle' | 'reading' | 'failed' }>
  | Readonly<{ kind: 'copied'; says: string }>
  | Refused
/** The browser does not let the page copy: the text is there to be copied by hand. */
type Refused = Readonly<{ kind: 'refused'; text: string }>

/** Copies a list as a table of Markdown: the columns in sight, and every row, up to a limit that it tells of. */
export function useCopyRows<Row>(
  { readAll }: Pick<RowsFile<Row>, 'readAll'>,
  columns: readonly Column<Row>[],
) {
  const [result, setResult] = useState<Result>({ kind: 'idle' })
  const [taken, setTaken] = useState<Taken<Row> | null>(null)
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])

  async function read(signal: AbortSignal): Promise<Taken<Row>> {
    const rows: Row[] = []
    let totalCount = 0
    for await (const page of readAll(signal)) {
      rows.push(...page.rows)
      totalCount = page.totalCount
      if (rows.length >= MOST_COPIED) break
    }
    return { rows: rows.slice(0, MOST_COPIED), totalCount }
  }

  function copy() {
    const controller = new AbortController()
    running.current = controller
    setResult({ kind: 'reading' })
    read(controller.signal).then(setTaken, () => setResult({ kind: 'failed' }))
  }

  const handleDrawn = useCallback(
    (text: string) => {
      if (taken === null) return
      const says = wordsOf(taken.rows.length, taken.totalCount)
      setTaken(null)
      navigator.clipboard.writeText(text).then(
        () => setResult({ kind: 'copied', says }),
        () => setResult({ kind: 'refused', text }),
      )
    },
    [taken],
  )

  const sheet = taken && <RowsSheet columns={columns} rows={taken.rows} onDrawn={handleDrawn} />
  return { result, copy, sheet }
}

function wordsOf(copied: number, totalCount: number): string {
  if (copied === totalCount) {
    return copied === 1
      ? 'The one row copied as Markdown'
      : `All ${formatCount(copied)} rows copied as Markdown`
  }
  return `The first ${formatCount(copied)} of ${formatCount(totalCount)} rows copied as Markdown; the CSV has all of them`
}
