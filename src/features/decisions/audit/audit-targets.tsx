import type { Slo } from '../../../contract/catalog.ts'
import { formatDay } from '../../../domain/day.ts'
import { formatTarget } from '../../../domain/format.ts'
import { Absent } from '../../../ui/absent.tsx'
import { EndpointName } from '../../../ui/endpoint-name.tsx'
import { NARROW_SPACE } from '../../../ui/figure.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { thresholdWords } from '../../../ui/slo-words.ts'
import { PlainTable } from '../plain-table.tsx'

const DAY_LENGTH = 10
const percent = (target: number) => `${formatTarget(target)}${NARROW_SPACE}%`

/** What is promised, in which version, and on whose word. */
export function AuditTargets({ slos }: Readonly<{ slos: readonly Slo[] }>) {
  if (slos.length === 0)
    return (
      <Notice kind="missing" title="No SLO is agreed">
        Nothing is promised, so nothing can be kept or broken.
      </Notice>
    )
  return (
    <PlainTable
      name="What is agreed"
      heads={['Endpoint', 'SLI', 'SLO', 'SLA', 'Since', 'Agreed by', 'Reason']}
    >
      {slos.map(({ id, endpoint, sli, target, thresholdMs, slaTarget, versions }) => {
        const last = versions.at(-1)
        return (
          <tr key={id}>
            <th scope="row">
              <EndpointName verb={endpoint.verb} path={endpoint.path} />
            </th>
            <td>{sli}</td>
            <td>
              {percent(target)}
              {thresholdMs !== null && <span className="muted"> {thresholdWords(thresholdMs)}</span>}
            </td>
            <td>
              {slaTarget === null ? <Absent reason="Nothing is promised to customers" /> : percent(slaTarget)}
            </td>
            <td>
              {last === undefined ? (
                <Absent reason="Nobody said" />
              ) : (
                `${formatDay(last.effectiveFrom.slice(0, DAY_LENGTH))}, version ${last.version}`
              )}
            </td>
            <td>{last?.author ?? <Absent reason="Nobody said" />}</td>
            <td>{last?.reason ?? <Absent reason="Nobody said" />}</td>
          </tr>
        )
      })}
    </PlainTable>
  )
}
