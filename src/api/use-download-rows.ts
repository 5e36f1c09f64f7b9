import { useEffect, useRef, useState } from 'react'

import { ROW_COUNT_HEADER } from '../contract/csv.ts'
import { downloadCsvParts } from '../ui/csv.ts'
import { openFile } from './http.ts'
import type { ServedFile } from './rows-file.ts'

/** `share` of the rows that have come, 0 to 1; null where nobody said how many there are. */
type Progress = Readonly<{ kind: 'idle' | 'failed' }> | Readonly<{ kind: 'reading'; share: number | null }>

/** All rows of a list as it is filtered and sorted, not only those that were scrolled to: the file as the server writes it. */
export function useDownloadRows({ fileName, address }: ServedFile) {
  const [progress, setProgress] = useState<Progress>({ kind: 'idle' })
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])

  async function write(signal: AbortSignal) {
    const { headers, pieces } = await openFile(address, signal)
    const rowCount = Number(headers.get(ROW_COUNT_HEADER) ?? Number.NaN)
    const parts: string[] = []
    let lineCount = 0
    for await (const piece of pieces) {
      parts.push(piece)
      lineCount += piece.split('\n').length - 1
      setProgress({ kind: 'reading', share: rowCount > 0 ? Math.min(1, lineCount / rowCount) : null })
    }
    downloadCsvParts(fileName, parts)
  }

  function download() {
    const controller = new AbortController()
    running.current = controller
    setProgress({ kind: 'reading', share: null })
    write(controller.signal).then(
      () => setProgress({ kind: 'idle' }),
      () => setProgress({ kind: 'failed' }),
    )
  }

  return { progress, download }
}
