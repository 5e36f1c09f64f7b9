import type { ApiConsumption } from '../../../contract/api-consumption.ts'
import { formatTarget } from '../../../domain/format.ts'
import { Absent } from '../../../ui/absent.tsx'
import { Figure } from '../../../ui/figure.tsx'
import { EndedCell } from '../workflow/ended-cell.tsx'
import { FiguresTable } from '../workflow/figures-table.tsx'
import { SomeOf } from '../workflow/some-of.tsx'
import styles from './api-consumption.module.css'

type Sla = ApiConsumption['slas'][number]

/** Of the service itself, and contracts that rest on it. */
export function ConsumedSlas({ answer }: Readonly<{ answer: ApiConsumption }>) {
  const { slas, periods, recent, service } = answer
  const first = Math.max(0, periods.length - recent)
  if (slas.length === 0)
    return <p>Nothing of {service} is promised to customers here: its SLOs are all there is to rely on.</p>
  return (
    <FiguresTable<Sla>
      caption="What is promised to customers"
      rows={slas}
      rowKey={({ type, id }) => `${type} ${id}`}
      columns={[
        {
          header: 'SLA',
          cell: ({ name, target, contracts }) => (
            <span className={styles['sla']}>
              {name} <Figure value={formatTarget(target)} unit="%" />
              {contracts.length > 0 && <span className="muted"> for {contracts.join(', ')}</span>}
            </span>
          ),
        },
        { header: 'Kind', cell: ({ type }) => (type === 'contractual' ? 'Contract' : 'Endpoint') },
        { header: 'SLI', cell: ({ sliName }) => sliName },
        ...periods.slice(first).map(({ name }, at) => ({
          header: name,
          isFigure: true,
          cell: ({ cells }: Sla) => {
            const cell = cells[first + at]
            if (cell === undefined) return null
            return cell.isSigned ? <EndedCell {...cell} /> : <Absent reason="Not yet signed in this period" />
          },
        })),
        {
          header: 'Kept',
          isFigure: true,
          cell: ({ fulfilledCount, brokenCount }) => (
            <SomeOf
              some={fulfilledCount}
              all={fulfilledCount + brokenCount}
              none="No closed period has a verdict"
            />
          ),
        },
      ]}
    />
  )
}
