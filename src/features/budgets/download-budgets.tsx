import { allRows } from '../../api/all-rows.ts'
import { DownloadRows } from '../../api/download-rows.tsx'
import { callApi } from '../../api/http.ts'
import type { BudgetsQuery } from '../../contract/budget.ts'
import { budgetCsvHeader, budgetCsvRow } from './budget-csv.ts'

type DownloadBudgetsProps = Readonly<{ fileName: string; filters: Omit<BudgetsQuery, 'cursor'> }>

export function DownloadBudgets({ fileName, filters }: DownloadBudgetsProps) {
  return (
    <DownloadRows
      fileName={fileName}
      header={budgetCsvHeader}
      rowOf={budgetCsvRow}
      readAll={(signal) =>
        allRows((page) => callApi('listBudgets', { params: {}, query: { ...filters, ...page }, signal }))
      }
    />
  )
}
