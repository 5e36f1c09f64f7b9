import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'

import { catalogQueries } from '../../api/catalog-queries.ts'
import { formatTarget } from '../../domain/format.ts'
import { sloIdOf } from '../../domain/slo-id.ts'
import { NARROW_SPACE } from '../../ui/figure.tsx'
import { paths } from '../../url/paths.ts'
import { Step } from './breadcrumb-step.tsx'
import { SameSloList, ServiceList, SliList, SloList, TeamList } from './siblings.ts'
import { useNames } from './use-names.ts'

export function SloTrail() {
  const {
    team = '',
    deployment = '',
    service = '',
    sli = '',
    slo: sloSlug = '',
  } = useParams({ strict: false })
  const names = useNames()
  // For a moment before it goes, the trail stands above the next page, whose address names no SLO.
  const isNamed = sloSlug !== ''
  const slo = useQuery({
    ...catalogQueries.slo(sloIdOf({ service, sli, slo: sloSlug })),
    enabled: isNamed,
  }).data
  const words = slo
    ? `${[slo.endpoint.verb, slo.endpoint.path].filter(Boolean).join(' ')} ${formatTarget(slo.target)}${NARROW_SPACE}%`
    : sloSlug
  return (
    <>
      <Step siblings={{ name: 'Teams', list: <TeamList /> }}>
        <Link {...paths.explore({ team })}>{names.team(team)}</Link>
      </Step>
      <Step
        siblings={{
          name: 'The same SLO in',
          list: <SameSloList team={team} service={service} sli={sli} sloSlug={sloSlug} />,
        }}
      >
        <Link {...paths.explore({ team, deployment })}>{names.deployment(deployment)}</Link>
      </Step>
      <Step siblings={{ name: 'Services', list: <ServiceList team={team} deployment={deployment} /> }}>
        <Link {...paths.explore({ team, deployment, service })}>{service}</Link>
      </Step>
      <Step
        siblings={{ name: 'SLIs', list: <SliList team={team} deployment={deployment} service={service} /> }}
      >
        <Link {...paths.explore({ team, deployment, service, sli })}>{names.sli(sli)}</Link>
      </Step>
      <Step
        siblings={{
          name: 'SLOs',
          list: <SloList team={team} deployment={deployment} service={service} sli={sli} />,
        }}
      >
        {words}
      </Step>
    </>
  )
}
