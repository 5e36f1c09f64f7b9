import { OnCallRotations } from '../../features/indicators/on-call-rotations.tsx'
import { ProcessNote } from '../../features/indicators/process-note.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { indicatorNames } from '../../url/indicator-names.ts'

export function OnCallRotationsPage() {
  return (
    <OnCallRotations
      header={
        <PageHeader
          title={indicatorNames['on-call-rotations']}
          lede={
            <ProcessNote>
              Who covers which hours, and where nobody does. People are counted, never named.
            </ProcessNote>
          }
        />
      }
    />
  )
}
