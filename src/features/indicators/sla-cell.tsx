import type { SlaDepletionRow } from '../../contract/sla-indicators.ts'
import { EndpointName } from '../../ui/endpoint-name.tsx'
import { SloName } from '../../ui/slo-name.tsx'
import { CellLink } from '../../url/cell-link.tsx'
import { paths } from '../../url/paths.ts'
import styles from './slas.module.css'

type Subject = Pick<
  SlaDepletionRow,
  'name' | 'target' | 'thresholdMs' | 'deployment' | 'sli' | 'part' | 'contract'
>

/** What is promised. An endpoint leads to the page of the SLO that guards it. */
export function SlaCell({ row }: Readonly<{ row: Subject }>) {
  const { name, target, thresholdMs, deployment, sli, part } = row
  if (part === null) {
    return (
      <SloName target={target} thresholdMs={null} isDefault={false}>
        <b className={`name ${styles['contract']}`} title={name}>
          {name}
        </b>
      </SloName>
    )
  }
  const { team, service, sloSlug, endpoint } = part
  return (
    <SloName target={target} thresholdMs={thresholdMs} isDefault={false}>
      <CellLink className="name" {...paths.slo({ team, deployment, service, sli, sloSlug })} title={name}>
        <EndpointName verb={endpoint.verb} path={endpoint.path} />
      </CellLink>
    </SloName>
  )
}

/** Whose endpoint it is; of a contract how many services it rests on, because it is nobody's alone. */
export function SlaServiceCell({
  row: { part, contract },
}: Readonly<{ row: Pick<Subject, 'part' | 'contract'> }>) {
  if (part !== null) return part.service
  if (contract === null) return null
  const { services, serviceCount } = contract
  return (
    <span className="muted" title={services.join(', ')}>
      {services.length < serviceCount ? `${services.length} of ${serviceCount}` : `${serviceCount}`} services
    </span>
  )
}

export const typeWords = { contractual: 'Contractual', 'endpoint-level': 'Endpoint' } as const
