import type { OutageCost } from '../../contract/outage-cost.ts'
import { formatDay } from '../../domain/day.ts'
import { formatCount } from '../../domain/format.ts'
import { formatMoney } from '../../domain/format-money.ts'
import { percent } from '../../domain/indicator-words.ts'
import { Absent } from '../../ui/absent.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { Duration } from '../../ui/duration.tsx'
import styles from './slas.module.css'

/** What outages would be charged back, where the contract says what it is worth and how much of it is refunded. */
export function OutageCosts({ costs }: Readonly<{ costs: readonly OutageCost[] }>) {
  return (
    <div className={styles['cost']}>
      <h2>Cost of outages</h2>
      <p className="muted">
        Outage hours × hourly revenue × share that is refunded. Each resolved incident of this selection
        counts as an outage from its creation to its resolution: more than customers will have felt, so an
        upper bound.
      </p>
      <DataTable
        caption="Cost of outages"
        columns={costColumns}
        rows={costs}
        rowKey={({ contract }) => contract.slug}
        density="dense"
      />
    </div>
  )
}

const costColumns: readonly Column<OutageCost>[] = [
  {
    id: 'contract',
    header: 'Contractual SLA',
    isRowHeader: true,
    cell: ({ contract, since }) => (
      <>
        {contract.name}
        {since !== null && <span className="muted"> from {formatDay(since)} on</span>}
      </>
    ),
    width: '310px',
  },
  {
    id: 'incidents',
    header: 'Incidents',
    align: 'end',
    cell: ({ incidentCount }) => formatCount(incidentCount),
    width: '80px',
  },
  {
    id: 'mean',
    header: 'On average',
    align: 'end',
    cell: ({ meanMinutes }) =>
      meanMinutes === null ? (
        <Absent reason="No incident was resolved" />
      ) : (
        <Duration hours={meanMinutes / 60} />
      ),
    width: '92px',
  },
  {
    id: 'hours',
    header: 'Together',
    align: 'end',
    cell: ({ outageMinutes }) =>
      outageMinutes === 0 ? (
        <Absent reason="No incident was resolved" />
      ) : (
        <Duration hours={outageMinutes / 60} />
      ),
    width: '92px',
  },
  {
    id: 'revenue',
    header: 'Revenue an hour',
    align: 'end',
    cell: ({ hourlyRevenue, currency }) => formatMoney(hourlyRevenue, currency, 2),
    width: '126px',
  },
  {
    id: 'share',
    header: 'Refunded',
    align: 'end',
    cell: ({ refundShare }) => percent(refundShare),
    width: '80px',
  },
  {
    id: 'slots',
    header: 'Counted by',
    cell: ({ slotMinutes }) => (slotMinutes === null ? 'the minute' : `begun ${slotMinutes} min`),
    width: '100px',
  },
  {
    id: 'cost',
    header: 'Would cost',
    align: 'end',
    cell: ({ cost, currency }) => <b>{formatMoney(cost, currency)}</b>,
    width: '110px',
  },
]
