import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'

import { organizationQueries } from '../../api/organization-queries.ts'
import { policyQueries } from '../../api/policy-queries.ts'
import { QueryPanel } from '../../api/query-panel.tsx'
import { usePermission } from '../../api/use-permission.ts'
import { TeamPolicy } from '../../features/policies/team-policy.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'

export function PolicyPage() {
  const { team } = useParams({ from: '/policies/$team' })
  const query = useQuery(policyQueries.list({ team }))
  const teams = useQuery(organizationQueries.teams()).data?.items ?? []
  const { whyNot } = usePermission('enact-policy', team)
  const name = teams.find(({ slug }) => slug === team)?.name ?? team
  return (
    <>
      <PageHeader
        title={`Error budget policy of ${name}`}
        lede="What follows when a budget runs low, how each clause stands now, and what came of those that were met."
      />
      <QueryPanel title="The policy" query={query} skeleton={<Skeleton name="The policy" lines={14} />}>
        {(list) => <TeamPolicy key={team} team={{ slug: team, name }} list={list} whyNot={whyNot} />}
      </QueryPanel>
    </>
  )
}
