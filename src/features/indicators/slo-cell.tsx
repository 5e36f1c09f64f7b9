import type { DepletionRow } from '../../contract/indicators.ts'
import { EndpointName } from '../../ui/endpoint-name.tsx'
import { SloName } from '../../ui/slo-name.tsx'
import { CellLink } from '../../url/cell-link.tsx'
import { paths } from '../../url/paths.ts'

type SloRow = Omit<DepletionRow, 'budget' | 'averageSpeed' | 'highestSpeed'>

/** What is promised, and the way to its page. */
export function SloCell({ row }: Readonly<{ row: SloRow }>) {
  const { verb, path } = row.endpoint
  return (
    <SloName target={row.target} thresholdMs={row.thresholdMs} isDefault={row.flavor === 'default'}>
      <CellLink className="name" {...paths.slo(row)} title={verb === null ? path : `${verb} ${path}`}>
        <EndpointName verb={verb} path={path} />
      </CellLink>
    </SloName>
  )
}
