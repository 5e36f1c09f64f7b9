import { Reports } from '../../features/organization/reports/reports.tsx'
import { PageHeader } from '../../ui/page-header.tsx'

export function ReportsPage() {
  return (
    <>
      <PageHeader
        title="Reports"
        lede="For those who do not look here: texts to send, whose links show what was known when they were written."
      />
      <Reports />
    </>
  )
}
