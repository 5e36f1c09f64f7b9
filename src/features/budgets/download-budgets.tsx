import { useEffect, useRef, useState } from 'react'

import { allBudgets } from '../../api/all-budgets.ts'
import type { BudgetsQuery } from '../../contract/budget.ts'
import { Button } from '../../ui/button.tsx'
import { downloadCsv } from '../../ui/csv.ts'
import { Icon } from '../../ui/icon.tsx'
import { budgetCsvHeader, budgetCsvRow } from './budget-csv.ts'

type DownloadBudgetsProps = Readonly<{ fileName: string; filters: Omit<BudgetsQuery, 'cursor'> }>

type Progress = 'idle' | 'reading' | 'failed'

const words: Record<Progress, string> = { idle: 'CSV', reading: 'Reading rows', failed: 'Failed, try again' }

/** All rows of the list as it is filtered and sorted, not only those that were scrolled to. */
export function DownloadBudgets({ fileName, filters }: DownloadBudgetsProps) {
  const [progress, setProgress] = useState<Progress>('idle')
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])

  function download() {
    const controller = new AbortController()
    running.current = controller
    setProgress('reading')
    allBudgets(filters, controller.signal).then(
      (rows) => {
        downloadCsv(fileName, budgetCsvHeader, rows.map(budgetCsvRow))
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
