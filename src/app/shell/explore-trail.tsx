import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'

import { catalogQueries } from '../../api/catalog-queries.ts'
import { endpointWords } from '../../domain/endpoint-words.ts'
import { formatTarget } from '../../domain/format.ts'
import { sloIdOf } from '../../domain/slo-id.ts'
import { NARROW_SPACE } from '../../ui/figure.tsx'
import { exploreViewCodec, looksBeside } from '../../url/explore-view.ts'
import { useUrlState } from '../../url/use-url-state.ts'
import { ANY } from '../../url/paths.ts'
import { Step } from './breadcrumb-step.tsx'
import { CrumbLink } from './crumb-link.tsx'
import { DeploymentList, ServiceList, SliList, SloList, TeamList } from './siblings.ts'
import { useNames } from './use-names.ts'

export function ExploreTrail() {
  const { team = ANY, deployment = ANY, service, sli, slo } = useParams({ strict: false })
  const [view] = useUrlState(exploreViewCodec)
  const looks = looksBeside(view)
  const names = useNames()
  const isService = service !== undefined && service !== ANY
  return (
    <>
      <Step
        siblings={{
          name: 'Teams',
          list: <TeamList deployment={deployment} sli={isService ? undefined : sli} looks={looks} />,
        }}
      >
        <CrumbLink scope={{ team }}>{names.team(team)}</CrumbLink>
      </Step>
      <Step
        siblings={{
          name: 'Deployments',
          list: <DeploymentList scope={{ team, service, sli, slo }} looks={looks} />,
        }}
      >
        {isService || sli !== undefined ? (
          <CrumbLink scope={{ team, deployment }}>{names.deployment(deployment)}</CrumbLink>
        ) : (
          names.deployment(deployment)
        )}
      </Step>
      {isService && (
        <Step
          siblings={{
            name: 'Services',
            list: <ServiceList team={team} deployment={deployment} looks={looks} />,
          }}
        >
          {sli === undefined ? (
            service
          ) : (
            <CrumbLink scope={{ team, deployment, service }}>{service}</CrumbLink>
          )}
        </Step>
      )}
      {service !== undefined && sli !== undefined && (
        <Step
          siblings={{
            name: 'SLIs',
            list: <SliList team={team} deployment={deployment} service={service} looks={looks} />,
          }}
        >
          {slo === undefined ? (
            names.sli(sli)
          ) : (
            <CrumbLink scope={{ team, deployment, service, sli }}>{names.sli(sli)}</CrumbLink>
          )}
        </Step>
      )}
      {service !== undefined && sli !== undefined && slo !== undefined && (
        <SloStep place={{ team, deployment, service, sli }} slug={slo} />
      )}
    </>
  )
}

type SloStepProps = Readonly<{
  place: Readonly<{ team: string; deployment: string; service: string; sli: string }>
  slug: string
}>

function SloStep({ place, slug }: SloStepProps) {
  const slo = useQuery(catalogQueries.slo(sloIdOf({ ...place, slo: slug }))).data
  return (
    <Step siblings={{ name: 'SLOs', list: <SloList {...place} /> }}>
      {slo ? `${endpointWords(slo.endpoint)} ${formatTarget(slo.target)}${NARROW_SPACE}%` : slug}
    </Step>
  )
}
