import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { catalogQueries } from '../../api/catalog-queries.ts'
import { hierarchyQueries } from '../../api/hierarchy-queries.ts'
import { organizationQueries } from '../../api/organization-queries.ts'
import type { RollUp } from '../../contract/hierarchy.ts'
import { endpointWords } from '../../domain/endpoint-words.ts'
import { formatCount, formatTarget } from '../../domain/format.ts'
import { statesBySeverity, type BudgetState } from '../../domain/state.ts'
import { NARROW_SPACE } from '../../ui/figure.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import type { ExploreView } from '../../url/explore-view.ts'
import { indicatorPaths } from '../../url/indicator-paths.ts'
import { paths } from '../../url/paths.ts'
import { namesOf, sloOfScope, type BudgetScope } from './budgets-query.ts'
import { OwnTeam } from './own-team.tsx'
import { PeriodLede } from './period-lede.tsx'
import { Regions } from './regions.tsx'
import styles from './scope-header.module.css'

const words: Record<BudgetState, string> = {
  exhausted: 'exhausted',
  broken: 'broken',
  'at-risk': 'at risk',
  'no-data': 'without data',
  'no-budget': 'without a budget',
  'no-traffic': 'without traffic',
  healthy: 'healthy',
  fulfilled: 'fulfilled',
}

type ScopeHeaderProps = Readonly<{ scope: BudgetScope; view: ExploreView }>

/** Where one is, how its budgets stand, and whether it is so elsewhere. Each count narrows to what it counts. */
export function ScopeHeader({ scope, view }: ScopeHeaderProps) {
  const { data } = useQuery(hierarchyQueries.rollUp(namesOf(view, scope)))
  const title = useTitle(scope)
  return (
    <>
      <PageHeader
        title={scope.deployment === undefined ? title : `${title} in ${scope.deployment}`}
        lede={
          <>
            {data && <Counts rollUp={data} scope={scope} view={view} />}
            <PeriodLede />
            {scope.team !== undefined && scope.service === undefined && (
              <Link className="link" {...indicatorPaths.links({ team: scope.team })}>
                Links for a wiki
              </Link>
            )}
          </>
        }
        end={scope.team !== undefined && <OwnTeam team={scope.team} />}
      />
      {data && <Regions rollUp={data} scope={scope} view={view} />}
    </>
  )
}

function useTitle(scope: BudgetScope): string {
  const slis = useQuery(organizationQueries.slis()).data?.items
  const teams = useQuery(organizationQueries.teams()).data?.items
  const sloId = sloOfScope(scope)
  const slo = useQuery({ ...catalogQueries.slo(sloId ?? ''), enabled: sloId !== null }).data
  const team = teams?.find(({ slug }) => slug === scope.team)?.name ?? scope.team
  const sli = slis?.find(({ slug }) => slug === scope.sli)?.name ?? scope.sli
  const promise = slo
    ? `${endpointWords(slo.endpoint)} ${formatTarget(slo.target)}${NARROW_SPACE}%`
    : scope.slo
  return [
    scope.service ?? team ?? (scope.deployment === undefined ? 'All budgets' : 'All services'),
    sli,
    promise,
  ]
    .filter(Boolean)
    .join(', ')
}

function Counts({ rollUp, scope, view }: ScopeHeaderProps & Readonly<{ rollUp: RollUp }>) {
  const { seriesCount, states, burningCount, services } = rollUp
  return (
    <>
      <span>
        {formatCount(seriesCount)} {seriesCount === 1 ? 'budget' : 'budgets'}
      </span>
      {statesBySeverity
        .filter((state) => states[state] > 0)
        .map((state) => (
          <Link
            key={state}
            className={styles['count']}
            {...paths.explore(scope, { ...view, state: [state], burningOnly: false })}
          >
            <StateBadge state={state}>
              {formatCount(states[state])} {words[state]}
            </StateBadge>
          </Link>
        ))}
      {burningCount > 0 && (
        <Link
          className={styles['count']}
          {...paths.explore(scope, { ...view, state: [], burningOnly: true })}
        >
          <StateBadge state="burning">{formatCount(burningCount)} burning now</StateBadge>
        </Link>
      )}
      {scope.service === undefined && services.counted > 1 && (
        <span>
          {formatCount(services.kept)} of {formatCount(services.counted)} services within every budget
        </span>
      )}
    </>
  )
}
