import { Delivery } from '../../features/indicators/delivery/delivery.tsx'
import { ProcessNote } from '../../features/indicators/process-note.tsx'
import { TransformationTabs } from '../../features/transformation/transformation-tabs.tsx'
import { PageHeader } from '../../ui/page-header.tsx'

export function DeliveryPage() {
  return (
    <Delivery
      header={
        <PageHeader
          title="Delivery"
          lede={
            <ProcessNote>
              How fast and how stably changes come to users, beside whether users can rely on what came.
            </ProcessNote>
          }
          end={<TransformationTabs />}
        />
      }
    />
  )
}
