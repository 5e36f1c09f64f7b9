import type { Bottleneck } from '../../src/contract/delivery.ts'
import type { Span } from '../../src/domain/span.ts'
import type { CatalogIndex } from '../catalog-index.ts'
import { incidentEntries } from '../indicators/incident-table.ts'
import { ticketsOf } from '../indicators/ticket-table.ts'
import type { Moment } from '../moment.ts'
import type { RecordStore } from '../ports.ts'
import { everyPeriod, spanOf, type DeliverySpans } from './delivery-spans.ts'

type Counting = (services: readonly string[]) => Bottleneck['tickets']
type Happened = Readonly<{ services: readonly string[]; atMs: number }>

/** Reliability tickets and incidents of some services in the window and in the one before: the measure that both sides share. */
export async function customerSigns(
  records: RecordStore,
  spans: DeliverySpans,
  index: CatalogIndex,
  moment: Moment,
): Promise<Readonly<{ tickets: Counting; incidents: Counting }>> {
  const periods = everyPeriod({ ...spans, history: [] })
  const [tickets, incidents] = await Promise.all([
    ticketsOf(records, periods, {}, index),
    incidentEntries(records, periods, index, moment),
  ])
  return {
    tickets: counting(
      tickets.map(({ service, createdMs }) => ({
        services: service === null ? [] : [service],
        atMs: createdMs,
      })),
      spans,
    ),
    incidents: counting(
      incidents.map(({ record, incident }) => ({ services: record.services, atMs: incident.createdMs })),
      spans,
    ),
  }
}

function counting(all: readonly Happened[], { window, before }: DeliverySpans): Counting {
  return (services) => {
    const own = all.filter((one) => one.services.some((service) => services.includes(service)))
    const within = ({ from, to }: Span) => own.filter(({ atMs }) => atMs >= from && atMs < to).length
    return { count: within(spanOf(window)), before: before === null ? null : within(spanOf(before)) }
  }
}
