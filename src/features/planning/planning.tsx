import { useQuery } from '@tanstack/react-query'

import { budgetQueries } from '../../api/budget-queries.ts'
import { hierarchyQueries } from '../../api/hierarchy-queries.ts'
import { organizationQueries } from '../../api/organization-queries.ts'
import { useProductionFilter } from '../../api/production.ts'
import { QueryPanel } from '../../api/query-panel.tsx'
import type { BudgetSummary } from '../../contract/budget.ts'
import type { KeptBudgets } from '../../contract/kept-budgets.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { MultiFilter } from '../../ui/multi-filter.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Sentence } from '../../ui/sentence.tsx'
import { planningViewCodec } from '../../url/planning-view.ts'
import { useUrlState } from '../../url/use-url-state.ts'
import { evidenceColumns } from './evidence-columns.tsx'
import { gatherEvidence, type Evidence } from './evidence.ts'
import styles from './planning.module.css'

const MOST_BUDGETS = 500
const SKELETON_LINES = 12

/** Features or reliability: what the last periods say, service by service. */
export function Planning() {
  const [view, setView] = useUrlState(planningViewCodec)
  const teams = useQuery(organizationQueries.teams()).data?.items ?? []
  const ofTeams = view.team.length > 0 ? { team: view.team.join(',') } : {}
  const kept = useQuery(hierarchyQueries.keptBudgets({ ...ofTeams, window: 'current-year' }))
  return (
    <>
      <FilterBar name="Planning">
        <MultiFilter
          label="Team"
          options={teams.map(({ slug, name }) => ({ value: slug, label: name }))}
          selected={view.team}
          onChange={(team) => setView({ team })}
        />
      </FilterBar>
      <QueryPanel
        title="Earlier verdicts"
        query={kept}
        skeleton={<Skeleton name="earlier verdicts" lines={SKELETON_LINES} />}
      >
        {(data) => <Shortlist kept={data} ofTeams={ofTeams} />}
      </QueryPanel>
    </>
  )
}

type ShortlistProps = Readonly<{ kept: KeptBudgets; ofTeams: Readonly<{ team?: string }> }>

function Shortlist({ kept, ofTeams }: ShortlistProps) {
  const production = useProductionFilter()
  const last = kept.items.findLast(({ period }) => !period.isOpen)?.period
  const scope = { ...ofTeams, ...(production !== undefined && { deployment: production }) }
  const broken = useQuery({
    ...budgetQueries.top({
      ...scope,
      ...(last && { period: last.id }),
      state: 'broken',
      sort: 'remaining',
      limit: MOST_BUDGETS,
    }),
    enabled: production !== undefined && last !== undefined,
  })
  const exhausted = useQuery({
    ...budgetQueries.top({ ...scope, state: 'exhausted', sort: 'remaining', limit: MOST_BUDGETS }),
    enabled: production !== undefined,
  })
  if (!last) {
    return (
      <Notice kind="missing" title="No period has closed yet this year">
        The evidence is what closed periods left behind.
      </Notice>
    )
  }
  return (
    <QueryPanel title="Broken budgets" query={broken}>
      {({ items: brokenBudgets }) => (
        <QueryPanel title="Exhausted budgets" query={exhausted}>
          {({ items: exhaustedBudgets }) => (
            <EvidenceTable
              kept={kept}
              lastPeriod={last.name}
              brokenBudgets={brokenBudgets}
              exhaustedBudgets={exhaustedBudgets}
            />
          )}
        </QueryPanel>
      )}
    </QueryPanel>
  )
}

type EvidenceTableProps = Readonly<{
  kept: KeptBudgets
  lastPeriod: string
  brokenBudgets: readonly BudgetSummary[]
  exhaustedBudgets: readonly BudgetSummary[]
}>

function EvidenceTable({ kept, lastPeriod, brokenBudgets, exhaustedBudgets }: EvidenceTableProps) {
  const rows = gatherEvidence(kept, brokenBudgets, exhaustedBudgets)
  const openPeriod = kept.items.find(({ period }) => period.isOpen)?.period.name ?? 'the open period'
  const teamName = (slug: string) => kept.teams.find(({ team }) => team === slug)?.name ?? slug
  return (
    <>
      <Sentence>
        <Conclusion rows={rows} />
      </Sentence>
      <DataTable
        caption="Features or reliability, by service"
        columns={evidenceColumns({ team: teamName, lastPeriod, openPeriod })}
        rows={rows}
        rowKey={({ service }) => service}
        footer="Sorted by what speaks most for reliability."
      />
      <p className={styles['rule']}>
        How the data lean: to reliability where a budget was broken in two of the last three closed periods,
        or in one while another is exhausted now; to a closer look where either happened once; else to
        features. Production alone counts. The decision is yours: a planned migration or a known cause may
        weigh more.
      </p>
    </>
  )
}

function Conclusion({ rows }: Readonly<{ rows: readonly Evidence[] }>) {
  const count = (leaning: Evidence['leaning']) => rows.filter((row) => row.leaning === leaning).length
  const reliability = count('reliability')
  return (
    <>
      <b>
        {reliability === 0
          ? 'No service speaks for reliability work.'
          : `${reliability} of ${rows.length} services speak for reliability work.`}
      </b>{' '}
      {count('a closer look')} deserve a closer look, {count('features')} have room for features.
    </>
  )
}
