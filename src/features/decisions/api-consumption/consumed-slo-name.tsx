import type { ConsumedSlo } from '../../../contract/api-consumption.ts'
import { EndpointName } from '../../../ui/endpoint-name.tsx'
import { SloName } from '../../../ui/slo-name.tsx'
import { CellLink } from '../../../url/cell-link.tsx'
import { paths } from '../../../url/paths.ts'
import styles from './api-consumption.module.css'

/** What is promised, the first cell of each question's rows. */
export function ConsumedSloName({ slo }: Readonly<{ slo: ConsumedSlo }>) {
  return (
    <span className={styles['slo']}>
      <SloName target={slo.target} thresholdMs={slo.thresholdMs} isDefault={slo.flavor === 'default'}>
        <CellLink className="name" {...paths.slo(slo)}>
          <EndpointName {...slo.endpoint} />
        </CellLink>
      </SloName>
    </span>
  )
}
