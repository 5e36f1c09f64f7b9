import { useEffect, useRef, useState } from 'react'

import { csvLines, downloadCsvParts } from '../ui/csv.ts'
import type { RowsFile } from './rows-file.ts'

/** `share` of the rows that are read, 0 to 1. */
type Progress = Readonly<{ kind: 'idle' | 'failed' }> | Readonly<{ kind: 'reading'; share: number }>

/**
 * All rows of a list as it is filtered and sorted, not only those that were scrolled to. Each page becomes its part of
 * the file when it has come: no more rows than those of one page are held.
 */
export function useDownloadRows<Row>({ fileName, header, rowOf, readAll }: RowsFile<Row>) {
  const [progress, setProgress] = useState<Progress>({ kind: 'idle' })
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])

  async function write(signal: AbortSignal) {
    const parts = [csvLines([header])]
    let count = 0
    for await (const { rows, totalCount } of readAll(signal)) {
      parts.push(csvLines(rows.map(rowOf)))
      count += rows.length
      setProgress({ kind: 'reading', share: totalCount === 0 ? 1 : count / totalCount })
    }
    downloadCsvParts(fileName, parts)
  }

  function download() {
    const controller = new AbortController()
    running.current = controller
    setProgress({ kind: 'reading', share: 0 })
    write(controller.signal).then(
      () => setProgress({ kind: 'idle' }),
      () => setProgress({ kind: 'failed' }),
    )
  }

  return { progress, download }
}
