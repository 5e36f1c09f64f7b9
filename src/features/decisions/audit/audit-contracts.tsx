import type { Contract } from '../../../contract/contracts.ts'
import { formatDay } from '../../../domain/day.ts'
import { formatTarget } from '../../../domain/format.ts'
import { Absent } from '../../../ui/absent.tsx'
import { NARROW_SPACE } from '../../../ui/figure.tsx'
import { PlainTable } from '../plain-table.tsx'

const DAY_LENGTH = 10

/** What customers were promised that rests on it. */
export function AuditContracts({ contracts }: Readonly<{ contracts: readonly Contract[] }>) {
  if (contracts.length === 0) return <p className="muted">No contract rests on it.</p>
  return (
    <PlainTable name="Contracts" heads={['Contract', 'Customers', 'SLA', 'Since', 'Document']}>
      {contracts.map(({ slug, name, customers, target, since, versions, url }) => {
        const last = versions.at(-1)
        // Files say when a contract begins; a target that was agreed anew holds from its own day on.
        const from = versions.length > 1 || since === null ? last?.effectiveFrom : since
        return (
          <tr key={slug}>
            <th scope="row">{name}</th>
            <td>{customers.length === 0 ? 'Every customer' : customers.map((one) => one.name).join(', ')}</td>
            <td>
              {formatTarget(target)}
              {NARROW_SPACE}%
            </td>
            <td>
              {from === undefined ? <Absent reason="Nobody said" /> : formatDay(from.slice(0, DAY_LENGTH))}
            </td>
            <td>
              {url === null ? (
                <Absent reason="Nobody said where it is kept" />
              ) : (
                <a className="link" href={url} target="_blank" rel="noreferrer">
                  {url}
                </a>
              )}
            </td>
          </tr>
        )
      })}
    </PlainTable>
  )
}
