import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { catalogQueries } from '../../api/catalog-queries.ts'
import { organizationQueries } from '../../api/organization-queries.ts'
import { formatTarget } from '../../domain/format.ts'
import { EndpointName } from '../../ui/endpoint-name.tsx'
import { ANY, paths } from '../../url/paths.ts'

type Scope = Readonly<{ team: string; deployment: string; service: string; sli: string }>

/** Menus hold a first page; whoever looks for one of thousands uses the search. */
const MOST_SERVICES = 200

export function TeamList() {
  const { data } = useQuery(organizationQueries.teams())
  return (
    <>
      <li>
        <Link {...paths.explore()} activeOptions={{ exact: true }}>
          All teams
        </Link>
      </li>
      {data?.items.map((team) => (
        <li key={team.slug}>
          <Link {...paths.explore({ team: team.slug })}>{team.name}</Link>
        </li>
      ))}
    </>
  )
}

export function DeploymentList({ team }: Pick<Scope, 'team'>) {
  const { data } = useQuery(organizationQueries.deployments())
  return (
    <>
      <li>
        <Link {...paths.explore({ team })} activeOptions={{ exact: true }}>
          All deployments
        </Link>
      </li>
      {data?.items.map((deployment) => (
        <li key={deployment.slug}>
          <Link {...paths.explore({ team, deployment: deployment.slug })}>{deployment.name}</Link>
        </li>
      ))}
    </>
  )
}

export function ServiceList({ team, deployment }: Pick<Scope, 'team' | 'deployment'>) {
  const filter = team === ANY ? {} : { team }
  const { data } = useInfiniteQuery(catalogQueries.services({ ...filter, limit: MOST_SERVICES }))
  const services = data?.pages.flatMap((page) => page.items) ?? []
  return services.map((service) => (
    <li key={service.slug}>
      <Link {...paths.explore({ team, deployment, service: service.slug })}>{service.name}</Link>
    </li>
  ))
}

export function SliList({ team, deployment, service }: Pick<Scope, 'team' | 'deployment' | 'service'>) {
  const { data } = useQuery(organizationQueries.slis())
  return data?.items.map((sli) => (
    <li key={sli.slug}>
      <Link {...paths.explore({ team, deployment, service, sli: sli.slug })}>{sli.name}</Link>
    </li>
  ))
}

/** The SLOs of one service and SLI, in the deployment one looks at. */
export function SloList({ team, deployment, service, sli }: Scope) {
  const { data } = useQuery(catalogQueries.slos({ service, sli, deployment }))
  return data?.items.map((slo) => (
    <li key={slo.id}>
      <Link {...paths.slo({ team, deployment, service, sli, sloSlug: slo.slug })}>
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
  const slo = useQuery(catalogQueries.slo(`${service}.${sli}.${sloSlug}`)).data
  return slo?.deployments.map((deployment) => (
    <li key={deployment}>
      <Link {...paths.slo({ team, deployment, service, sli, sloSlug })}>{deployment}</Link>
    </li>
  ))
}
