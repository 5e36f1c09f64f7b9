import { formatTarget } from '../../src/domain/format.ts'
import type { ListedSeries } from '../budgets/listed-series.ts'

/** As sentences call it: "POST /charge of payment-gateway in prod-eu". */
export function seriesName({ member: { slo, deployment } }: ListedSeries): string {
  const { verb, path } = slo.endpoint
  const endpoint = verb === null ? path : `${verb} ${path}`
  return `${endpoint} ${formatTarget(slo.target)}\u202f% of ${slo.service} in ${deployment}`
}
