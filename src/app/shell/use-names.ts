import { useQuery } from '@tanstack/react-query'

import { organizationQueries } from '../../api/organization-queries.ts'
import { ANY } from '../../url/paths.ts'

/** Names for the slugs of an address; the slug itself until they are here, or where nothing is named so. */
export function useNames() {
  const teams = useQuery(organizationQueries.teams()).data?.items
  const deployments = useQuery(organizationQueries.deployments()).data?.items
  const slis = useQuery(organizationQueries.slis()).data?.items
  return {
    team: (slug: string) => (slug === ANY ? 'All teams' : nameIn(teams, slug)),
    deployment: (slug: string) => (slug === ANY ? 'All deployments' : nameIn(deployments, slug)),
    sli: (slug: string) => nameIn(slis, slug),
  }
}

function nameIn(
  named: readonly Readonly<{ slug: string; name: string }>[] | undefined,
  slug: string,
): string {
  return named?.find((one) => one.slug === slug)?.name ?? slug
}
