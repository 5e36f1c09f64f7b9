import { ProcessNote } from '../../features/indicators/process-note.tsx'
import { SupportTickets } from '../../features/indicators/support-tickets.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { indicatorNames } from '../../url/indicator-names.ts'

export function SupportTicketsPage() {
  return (
    <SupportTickets
      header={
        <PageHeader
          title={indicatorNames['support-tickets']}
          lede={
            <ProcessNote>
              What customers report, apart from own targets: a hint, not proof. It depends on who opens
              tickets, and how they are classed.
            </ProcessNote>
          }
        />
      }
    />
  )
}
