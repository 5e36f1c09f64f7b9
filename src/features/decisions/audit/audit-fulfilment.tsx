import type { CatalogService } from '../../../contract/service-catalog.ts'
import { formatCount } from '../../../domain/format.ts'
import { Absent } from '../../../ui/absent.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PlainTable } from '../plain-table.tsx'

type Periods = CatalogService['history']
type AuditFulfilmentProps = Readonly<{ slos: Periods; slas: Periods }>

/** By closed period, in every production deployment; the open one has no verdict yet. */
export function AuditFulfilment({ slos, slas }: AuditFulfilmentProps) {
  const closed = slos.filter(({ period }) => !period.isOpen)
  if (closed.length === 0)
    return (
      <Notice kind="missing" title="No period has closed yet">
        A verdict is given when a period is over.
      </Notice>
    )
  return (
    <PlainTable
      look="counts"
      name="Kept and broken"
      heads={['Period', 'SLOs kept', 'SLOs broken', 'SLAs kept', 'SLAs broken']}
    >
      {closed.toReversed().map(({ period, within, broke }) => {
        const sla = slas.find((one) => one.period.id === period.id)
        return (
          <tr key={period.id}>
            <th scope="row">
              {period.name} of {period.id.slice(0, 4)}
            </th>
            <td>{formatCount(within)}</td>
            <td>{formatCount(broke)}</td>
            <td>
              {sla === undefined ? (
                <Absent reason="Nothing is promised to customers" />
              ) : (
                formatCount(sla.within)
              )}
            </td>
            <td>
              {sla === undefined ? (
                <Absent reason="Nothing is promised to customers" />
              ) : (
                formatCount(sla.broke)
              )}
            </td>
          </tr>
        )
      })}
    </PlainTable>
  )
}
