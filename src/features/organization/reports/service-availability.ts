import type { EndpointRow } from '../../../contract/indicators.ts'

export type ServiceAvailability = Readonly<{ service: string; requests: number; failures: number }>

/**
 * Successful of all requests that a service had, over its endpoints and deployments: a quotient of counts, not a mean of
 * percentages. The least available first; services without a request are left out.
 */
export function serviceAvailabilities(
  rows: readonly Pick<EndpointRow, 'service' | 'requests' | 'failures'>[],
): readonly ServiceAvailability[] {
  return [...Map.groupBy(rows, ({ service }) => service)]
    .map(([service, own]) => ({
      service,
      requests: own.reduce((sum, { requests }) => sum + requests, 0),
      failures: own.reduce((sum, { failures }) => sum + failures, 0),
    }))
    .filter(({ requests }) => requests > 0)
    .toSorted((a, b) => b.failures * a.requests - a.failures * b.requests || (a.service < b.service ? -1 : 1))
}
