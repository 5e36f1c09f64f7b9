import type { SetSla } from '../../../contract/set-sla.ts'
import { formatDay } from '../../../domain/day.ts'
import { formatMoney } from '../../../domain/format-money.ts'
import { formatCount } from '../../../domain/format.ts'
import { Duration } from '../../../ui/duration.tsx'
import { Percent } from '../../../ui/percent.tsx'
import { FiguresTable, type FigureColumns } from '../workflow/figures-table.tsx'
import styles from './set-sla.module.css'

type Cost = SetSla['costs'][number]

const columns: FigureColumns<Cost> = [
  {
    header: 'Contractual SLA',
    cell: ({ contract, since }) => (
      <>
        {contract.name}
        {since !== null && <span className="muted"> from {formatDay(since)} on</span>}
      </>
    ),
  },
  {
    header: 'Incidents',
    isFigure: true,
    cell: ({ incidentCount }) => formatCount(incidentCount),
  },
  {
    header: 'Outage',
    isFigure: true,
    cell: ({ outageMinutes }) => <Duration hours={outageMinutes / 60} />,
  },
  {
    header: 'Refund',
    isFigure: true,
    cell: ({ refundShare }) => <Percent ratio={refundShare} />,
  },
  { header: 'Cost', isFigure: true, cell: ({ cost, currency }) => formatMoney(cost, currency) },
]

type OutageCostsProps = Readonly<{ costs: readonly Cost[] }>

/** As if every incident had been an outage from creation to recovery. */
export function OutageCosts({ costs }: OutageCostsProps) {
  if (costs.length === 0)
    return (
      <p className={styles['none']}>
        No contract in view names its yearly revenue and its refund share, from which a cost would follow.
      </p>
    )
  return (
    <>
      <FiguresTable
        caption="What outages would have cost"
        rows={costs}
        rowKey={({ contract }) => contract.slug}
        columns={columns}
      />
      <p className={styles['none']}>
        As if each incident had been an outage from its creation to its recovery.
      </p>
    </>
  )
}
