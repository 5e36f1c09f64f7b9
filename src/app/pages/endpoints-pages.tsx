import { Endpoints } from '../../features/indicators/endpoints.tsx'
import { ProcessNote } from '../../features/indicators/process-note.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { indicatorNames } from '../../url/indicator-names.ts'

export function LeastAvailablePage() {
  return (
    <Endpoints
      by="availability"
      header={
        <PageHeader
          title={indicatorNames['least-available-endpoints']}
          lede={
            <ProcessNote>The endpoints that fail most, whether anybody promised anything or not.</ProcessNote>
          }
        />
      }
    />
  )
}

export function SlowestPage() {
  return (
    <Endpoints
      by="latency"
      header={
        <PageHeader
          title={indicatorNames['slowest-endpoints']}
          lede={
            <ProcessNote>
              The endpoints that take longest, whether anybody promised anything or not.
            </ProcessNote>
          }
        />
      }
    />
  )
}
