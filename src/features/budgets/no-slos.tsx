import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { organizationQueries } from '../../api/organization-queries.ts'
import { Notice } from '../../ui/notice.tsx'
import { paths } from '../../url/paths.ts'

/** Nothing is promised yet, which is a result: whom to ask is the next step. */
export function NoSlos() {
  const { data } = useQuery(organizationQueries.teams())
  return (
    <Notice
      kind="missing"
      title="No SLO is defined yet"
      action={
        <Link className="link" {...paths.catalog()}>
          See which team owns which service
        </Link>
      }
    >
      {data ? `${data.items.length} teams own services.` : ''} A first SLO is agreed with the team that owns
      the service: one endpoint, one SLI, one target. It then stands as code (OpenSLO, Sloth, Pyrra or our own
      kinds) in the folder that the server follows.
    </Notice>
  )
}
