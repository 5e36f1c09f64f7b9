import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'

import { onCallQueries } from '../../api/on-call-queries.ts'
import { organizationQueries } from '../../api/organization-queries.ts'
import { QueryPanel } from '../../api/query-panel.tsx'
import type { OnCallList as OnCallPage } from '../../contract/on-call.ts'
import { formatCount } from '../../domain/format.ts'
import type { OnCallGroup } from '../../domain/on-call-order.ts'
import { setOnCallScope } from '../../stores/preferences.ts'
import { Notice } from '../../ui/notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Time } from '../../ui/time.tsx'
import { zoneName } from '../../ui/time-format.ts'
import { useTimeZone } from '../../ui/zone.tsx'
import { onCallViewCodec, type OnCallScope } from '../../url/on-call-view.ts'
import { useUrlState } from '../../url/use-url-state.ts'
import { BudgetDetail } from './budget-detail.tsx'
import type { BudgetKey } from './budget-row.tsx'
import { isUrgent, listEntries } from './list-entries.ts'
import { OnCallFilters, WordsFilter } from './on-call-filters.tsx'
import { OnCallList } from './on-call-list.tsx'
import { onCallListQuery } from './on-call-query.ts'
import styles from './on-call.module.css'
import { UrgencyTabs } from './urgency-tabs.tsx'

/** What needs a person now, worst first, and one of them in full. */
export function OnCall() {
  const [view, setView] = useUrlState(onCallViewCodec)
  const timeZone = useTimeZone()
  const scroller = useRef<HTMLDivElement>(null)
  const query = useInfiniteQuery(onCallQueries.list(onCallListQuery(view)))
  const teams = useQuery(organizationQueries.teams()).data?.items ?? []
  const pages = query.data?.pages
  const isSearching = view.search !== ''
  const open = useMemo(() => (isSearching ? foldsOf(pages) : view.open), [isSearching, pages, view.open])
  const entries = useMemo(() => listEntries(pages ?? [], open), [pages, open])
  const selected = useHeld(view.selected, pages?.[0]?.items[0], `${view.team.join()} ${view.rotation}`)

  function changeScope(scope: Partial<OnCallScope>) {
    const { team, rotation } = { ...view, ...scope }
    setOnCallScope({ team, rotation })
    setView({ team, rotation, selected: null })
  }

  function fold(group: OnCallGroup) {
    const isOpen = view.open.includes(group)
    setView({ open: isOpen ? view.open.filter((one) => one !== group) : [...view.open, group] })
  }

  const first = pages?.[0]
  const count = first?.groups.reduce((sum, group) => sum + group.count, 0) ?? 0
  return (
    <div className={styles['grid']}>
      <div className={styles['head']}>
        <h1>{titleOf(view, first, teams)}</h1>
        <p className="muted">
          {first ? (
            <>
              {formatCount(count)} budgets in production, whole hours to{' '}
              <Time at={first.dataUpTo} form="time" /> {zoneName(timeZone)}
            </>
          ) : (
            `Budgets in production, times in ${zoneName(timeZone)}`
          )}
        </p>
        <OnCallFilters view={view} teams={teams} rotations={first?.rotations ?? []} onScope={changeScope} />
        <UrgencyTabs pages={pages ?? []} view={view} selected={selected} />
      </div>
      <section ref={scroller} className={styles['list']} aria-label="Budgets that need someone">
        <WordsFilter search={view.search} onSearch={(search) => setView({ search }, { replace: true })} />
        <QueryPanel title="The list" query={query} skeleton={<Skeleton name="the list" lines={12} />}>
          {() =>
            count === 0 && isSearching ? (
              <Notice kind="filtered" title={`Nothing is named "${view.search}"`}>
                Words are looked for in service, endpoint, SLI, team and deployment.
              </Notice>
            ) : (
              <OnCallList
                scroller={scroller}
                entries={entries}
                view={view}
                selected={selected}
                onFold={fold}
                onEnd={() => {
                  if (query.hasNextPage && !query.isFetching) void query.fetchNextPage()
                }}
              />
            )
          }
        </QueryPanel>
      </section>
      <div className={styles['detail']}>
        {selected ? (
          <BudgetDetail key={`${selected.sloId} ${selected.deployment}`} selected={selected} />
        ) : query.isPending ? (
          <Skeleton name="the worst budget" lines={8} />
        ) : (
          first && (count > 0 ? <AllWell /> : isSearching ? null : <NoBudgets />)
        )}
      </div>
    </div>
  )
}

/** With words in the filter nothing stays folded: what was found is shown. */
function foldsOf(pages: readonly OnCallPage[] | undefined): readonly OnCallGroup[] {
  return (pages?.[0]?.groups ?? []).map(({ group }) => group).filter((group) => !isUrgent(group))
}

function AllWell() {
  return (
    <Notice kind="good" title="Nothing burns, nothing is exhausted, nothing is at risk">
      All budgets are at or above the even pace. Unfold the healthy ones to look at one.
    </Notice>
  )
}

function NoBudgets() {
  return (
    <Notice kind="missing" title="No SLO is agreed for production here">
      The owners of a service agree on its SLOs; the service catalog names them.
    </Notice>
  )
}

/**
 * Without a choice the first budget is shown, and stays shown when another comes to stand above it: what is read must not
 * change under the reader's eyes. Another team or rotation begins anew.
 */
function useHeld(
  chosen: BudgetKey | null,
  first: BudgetKey | undefined,
  scope: string,
): BudgetKey | undefined {
  const [held, setHeld] = useState<Readonly<{ scope: string; budget: BudgetKey }> | null>(null)
  const isHeld = held?.scope === scope
  if (chosen === null && first !== undefined && !isHeld) setHeld({ scope, budget: first })
  return chosen ?? (isHeld ? held.budget : first)
}

type Named = Readonly<{ slug: string; name: string }>

function titleOf(
  { team, rotation }: OnCallScope,
  page: OnCallPage | undefined,
  teams: readonly Named[],
): string {
  if (rotation !== null) return page?.rotations.find(({ key }) => key === rotation)?.name ?? 'On call'
  const [only, ...others] = team
  if (only === undefined || others.length > 0) return 'On call'
  return teams.find(({ slug }) => slug === only)?.name ?? 'On call'
}
