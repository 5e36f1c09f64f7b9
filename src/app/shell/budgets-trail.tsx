import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'

import { catalogQueries } from '../../api/catalog-queries.ts'
import { ANY, paths } from '../../url/paths.ts'
import { Step } from './breadcrumb-step.tsx'
import { useNames } from './use-names.ts'

/** The short link names no team: it is read off the SLOs the page shows. */
export function BudgetsTrail() {
  const { service = '', sli = '', deployment = '' } = useParams({ strict: false })
  const names = useNames()
  // For a moment before it goes, the trail stands above the next page, whose address names none of them.
  const isNamed = service !== '' && sli !== ''
  const slos = useQuery({ ...catalogQueries.slos({ service, sli }), enabled: isNamed }).data
  const team = slos?.items[0]?.team ?? ANY
  return (
    <>
      <Step>
        <Link {...paths.explore({ team })}>{names.team(team)}</Link>
      </Step>
      <Step>
        <Link {...paths.explore({ team, deployment })}>{names.deployment(deployment)}</Link>
      </Step>
      <Step>
        <Link {...paths.explore({ team, deployment, service })}>{service}</Link>
      </Step>
      <Step>{names.sli(sli)}</Step>
    </>
  )
}
