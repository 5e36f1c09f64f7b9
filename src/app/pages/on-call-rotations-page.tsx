import { OnCallRotations } from '../../features/indicators/on-call-rotations.tsx'
import { ProcessNote } from '../../features/indicators/process-note.tsx'
import { PageHeader } from '../../ui/page-header.tsx'

export function OnCallRotationsPage() {
  return (
    <OnCallRotations
      header={
        <PageHeader
          title="On-call rotations by team"
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
