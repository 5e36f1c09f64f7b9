import { Link, useParams } from '@tanstack/react-router'

import { ANY, paths } from '../../url/paths.ts'
import { Step } from './breadcrumb-step.tsx'
import { DeploymentList, ServiceList, SliList, TeamList } from './sibling-lists.tsx'
import { useNames } from './use-names.ts'

const exact = { exact: true, includeSearch: false } as const

export function ExploreTrail() {
  const { team = ANY, deployment = ANY, service, sli } = useParams({ strict: false })
  const names = useNames()
  return (
    <>
      <Step siblings={{ name: 'Teams', list: <TeamList /> }}>
        <Link {...paths.explore({ team })} activeOptions={exact}>
          {names.team(team)}
        </Link>
      </Step>
      <Step siblings={{ name: 'Deployments', list: <DeploymentList team={team} /> }}>
        <Link {...paths.explore({ team, deployment })} activeOptions={exact}>
          {names.deployment(deployment)}
        </Link>
      </Step>
      {service !== undefined && service !== ANY && (
        <Step siblings={{ name: 'Services', list: <ServiceList team={team} deployment={deployment} /> }}>
          <Link {...paths.explore({ team, deployment, service })} activeOptions={exact}>
            {service}
          </Link>
        </Step>
      )}
      {service !== undefined && sli !== undefined && (
        <Step
          siblings={{ name: 'SLIs', list: <SliList team={team} deployment={deployment} service={service} /> }}
        >
          <Link {...paths.explore({ team, deployment, service, sli })} activeOptions={exact}>
            {names.sli(sli)}
          </Link>
        </Step>
      )}
    </>
  )
}
