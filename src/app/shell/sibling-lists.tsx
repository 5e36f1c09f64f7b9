import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { catalogQueries } from '../../api/catalog-queries.ts'
import { organizationQueries } from '../../api/organization-queries.ts'
import { formatTarget } from '../../domain/format.ts'
import { sloIdOf } from '../../domain/slo-id.ts'
import { EndpointName } from '../../ui/endpoint-name.tsx'
import type { ExploreView } from '../../url/explore-view.ts'
import { ANY, paths, type ExploreScope } from '../../url/paths.ts'

type Scope = Readonly<{ team: string; deployment: string; service: string; sli: string }>

/** Menus hold a first page; whoever looks for one of thousands uses the search. */
const MOST_SERVICES = 200

type Looks = Partial<ExploreView>
/** How the page looks stays as it is; a menu elsewhere begins anew. */
type WithLooks = Readonly<{ looks?: Looks }>

/** The same deployment and SLI of another team; a service is one team's own. */
export function TeamList({
  deployment,
  sli,
  looks,
}: Partial<Pick<Scope, 'deployment'>> & Readonly<{ sli?: string | undefined }> & WithLooks) {
  const { data } = useQuery(organizationQueries.teams())
  return (
    <>
      <li>
        <Link {...paths.explore({ deployment, sli }, looks)} activeOptions={{ exact: true }}>
          All teams
        </Link>
      </li>
      {data?.items.map((team) => (
        <li key={team.slug}>
          <Link {...paths.explore({ team: team.slug, deployment, sli }, looks)}>{team.name}</Link>
        </li>
      ))}
    </>
  )
}

/** The same place in another deployment; of one SLO that is its own page. */
export function DeploymentList({ scope, looks }: Readonly<{ scope: ExploreScope }> & WithLooks) {
  const { data } = useQuery(organizationQueries.deployments())
  return (
    <>
      <li>
        <Link {...paths.explore({ ...scope, deployment: ANY }, looks)} activeOptions={{ exact: true }}>
          All deployments
        </Link>
      </li>
      {data?.items.map((deployment) => (
        <li key={deployment.slug}>
          <Link {...paths.explore({ ...scope, deployment: deployment.slug }, looks)}>{deployment.name}</Link>
        </li>
      ))}
    </>
  )
}

export function ServiceList({ team, deployment, looks }: Pick<Scope, 'team' | 'deployment'> & WithLooks) {
  const filter = team === ANY ? {} : { team }
  const { data } = useInfiniteQuery(catalogQueries.services({ ...filter, limit: MOST_SERVICES }))
  const services = data?.pages.flatMap((page) => page.items) ?? []
  return services.map((service) => (
    <li key={service.slug}>
      <Link {...paths.explore({ team, deployment, service: service.slug }, looks)}>{service.slug}</Link>
    </li>
  ))
}

export function SliList({
  team,
  deployment,
  service,
  looks,
}: Pick<Scope, 'team' | 'deployment' | 'service'> & WithLooks) {
  const { data } = useQuery(organizationQueries.slis())
  return data?.items.map((sli) => (
    <li key={sli.slug}>
      <Link {...paths.explore({ team, deployment, service, sli: sli.slug }, looks)}>{sli.name}</Link>
    </li>
  ))
}

/** The SLOs of one service and SLI, in the deployment one looks at, or in all of them. */
export function SloList({ team, deployment, service, sli }: Scope) {
  const isEverywhere = deployment === ANY
  const { data } = useQuery(catalogQueries.slos({ service, sli, ...(!isEverywhere && { deployment }) }))
  return data?.items.map((slo) => (
    <li key={slo.id}>
      <Link
        {...(isEverywhere
          ? paths.explore({ team, service, sli, slo: slo.slug })
          : paths.slo({ team, deployment, service, sli, sloSlug: slo.slug }))}
      >
        <span>
          <EndpointName {...slo.endpoint} /> {formatTarget(slo.target)} %
        </span>
      </Link>
    </li>
  ))
}

/** The same SLO in its other deployments. */
export function SameSloList({
  team,
  service,
  sli,
  sloSlug,
}: Omit<Scope, 'deployment'> & Readonly<{ sloSlug: string }>) {
  const slo = useQuery(catalogQueries.slo(sloIdOf({ service, sli, slo: sloSlug }))).data
  return (
    <>
      <li>
        <Link {...paths.explore({ team, service, sli, slo: sloSlug })}>All deployments</Link>
      </li>
      {slo?.deployments.map((deployment) => (
        <li key={deployment}>
          <Link {...paths.slo({ team, deployment, service, sli, sloSlug })}>{deployment}</Link>
        </li>
      ))}
    </>
  )
}
