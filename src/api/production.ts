import { useQuery } from '@tanstack/react-query'

import { organizationQueries } from './organization-queries.ts'

/** The production deployments as a filter; undefined until they are known. Nobody is woken for staging. */
export function useProductionFilter(): string | undefined {
  const { data } = useQuery(organizationQueries.deployments())
  return data?.items
    .filter(({ kind }) => kind === 'production')
    .map(({ slug }) => slug)
    .join(',')
}
