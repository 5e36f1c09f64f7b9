import { useEffect, useRef, useState } from 'react'

import type { CsvValue } from '../domain/csv-field.ts'
import { Button } from '../ui/button.tsx'
import { downloadCsv } from '../ui/csv.ts'
import { Icon } from '../ui/icon.tsx'

type DownloadRowsProps<Row> = Readonly<{
  fileName: string
  header: readonly string[]
  rowOf: (row: Row) => readonly CsvValue[]
  readAll: (signal: AbortSignal) => Promise<readonly Row[]>
}>

type Progress = 'idle' | 'reading' | 'failed'

const words: Record<Progress, string> = { idle: 'CSV', reading: 'Reading rows', failed: 'Failed, try again' }

/** All rows of a list as it is filtered and sorted, not only those that were scrolled to. */
export function DownloadRows<Row>({ fileName, header, rowOf, readAll }: DownloadRowsProps<Row>) {
  const [progress, setProgress] = useState<Progress>('idle')
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])

  function download() {
    const controller = new AbortController()
    running.current = controller
    setProgress('reading')
    readAll(controller.signal).then(
      (rows) => {
        downloadCsv(fileName, header, rows.map(rowOf))
        setProgress('idle')
      },
      () => setProgress('failed'),
    )
  }

  return (
    <Button
      onClick={download}
      disabled={progress === 'reading'}
      title="Download all rows of this list as CSV"
    >
      <Icon name="download" />
      {words[progress]}
    </Button>
  )
}
