import { useQuery } from '@tanstack/react-query'

import { budgetQueries } from '../../api/budget-queries.ts'
import { useProductionFilter } from '../../api/production.ts'
import { organizationQueries } from '../../api/organization-queries.ts'
import { MultiFilter } from '../../ui/multi-filter.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { zoneName } from '../../ui/time-format.ts'
import { useTimeZone } from '../../ui/zone.tsx'
import { onCallViewCodec } from '../../url/on-call-view.ts'
import { useUrlState } from '../../url/use-url-state.ts'
import { BudgetDetail } from './budget-detail.tsx'
import { OnCallList } from './on-call-list.tsx'
import styles from './on-call.module.css'

/** As many of each kind as a person can work through; the rest is one link away. */
const MOST_ROWS = 50

/** What needs a person now, worst first, and one of them in full. */
export function OnCall() {
  const [view, setView] = useUrlState(onCallViewCodec)
  const timeZone = useTimeZone()
  const production = useProductionFilter()
  const scope = {
    ...(production !== undefined && { deployment: production }),
    ...(view.team.length > 0 && { team: view.team.join(',') }),
  }
  const enabled = production !== undefined
  const burning = useQuery({
    ...budgetQueries.top({ ...scope, burning: 'only', sort: '-burn-rate', limit: MOST_ROWS }),
    enabled,
  })
  const exhausted = useQuery({
    ...budgetQueries.top({ ...scope, state: 'exhausted', sort: 'remaining', limit: MOST_ROWS }),
    enabled,
  })
  const atRisk = useQuery({
    ...budgetQueries.top({ ...scope, state: 'at-risk', sort: 'remaining', limit: MOST_ROWS }),
    enabled,
  })
  const teams = useQuery(organizationQueries.teams()).data?.items ?? []
  const shownTeams = teams.filter(({ slug }) => view.team.length === 0 || view.team.includes(slug))
  const first = [burning, exhausted, atRisk].flatMap(({ data }) => data?.items ?? [])[0]
  const selected = view.selected ?? first
  const isSettled = [burning, exhausted, atRisk].every(({ isPending }) => !isPending)

  return (
    <div className={styles['grid']}>
      <div className={styles['head']}>
        <PageHeader
          title="On call"
          lede={
            <span className="muted">
              {shownTeams.reduce((sum, { seriesCount }) => sum + seriesCount, 0)} budgets in production, times
              in {zoneName(timeZone)}
            </span>
          }
          end={
            <MultiFilter
              label="Team"
              options={teams.map(({ slug, name }) => ({ value: slug, label: name }))}
              selected={view.team}
              onChange={(team) => setView({ team, selected: null })}
            />
          }
        />
      </div>
      <section className={styles['list']} aria-label="Budgets that need someone">
        <OnCallList
          burning={burning}
          exhausted={exhausted}
          atRisk={atRisk}
          teams={shownTeams}
          view={view}
          selected={selected}
        />
      </section>
      <div className={styles['detail']}>
        {selected ? (
          <BudgetDetail key={`${selected.sloId} ${selected.deployment}`} selected={selected} />
        ) : isSettled ? (
          <Notice kind="good" title="Nothing burns, nothing is exhausted, nothing is at risk">
            All budgets are at or above the even pace. Open one from the folds to look at it.
          </Notice>
        ) : (
          <Skeleton name="the worst budget" lines={8} />
        )}
      </div>
    </div>
  )
}
