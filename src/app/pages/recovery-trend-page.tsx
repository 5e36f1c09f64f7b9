import { ProcessNote } from '../../features/indicators/process-note.tsx'
import { RecoveryTrend } from '../../features/indicators/recovery-trend.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { indicatorNames } from '../../url/indicator-names.ts'

export function RecoveryTrendPage() {
  return (
    <RecoveryTrend
      header={
        <PageHeader
          title={indicatorNames['recovery-trend']}
          lede={
            <ProcessNote>
              From an incident’s creation in the on-call tool to its resolution. A mean can fall while users
              suffer more, so the downtime stands beside it.
            </ProcessNote>
          }
        />
      }
    />
  )
}
