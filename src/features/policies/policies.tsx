import { useQuery } from '@tanstack/react-query'

import { organizationQueries } from '../../api/organization-queries.ts'
import { policyQueries } from '../../api/policy-queries.ts'
import { QueryPanel } from '../../api/query-panel.tsx'
import type { PolicyList } from '../../contract/policies.ts'
import { policyStateWords } from '../../domain/describe-policies.ts'
import { policyStates } from '../../domain/policy.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { MultiFilter } from '../../ui/multi-filter.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Sentence } from '../../ui/sentence.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { defaultPoliciesView, policiesViewCodec } from '../../url/policies-view.ts'
import { useUrlState } from '../../url/use-url-state.ts'
import { policyColumns, type PolicyRow } from './policy-columns.tsx'
import { PolicyTerms } from './policy-terms.tsx'

/** All teams side by side: how their policies stand, or what they say. */
export function Policies() {
  const [view, setView] = useUrlState(policiesViewCodec)
  const teams = useQuery(organizationQueries.teams()).data?.items ?? []
  const query = useQuery(
    policyQueries.list({
      ...(view.team.length > 0 && { team: view.team.join(',') }),
      ...(view.state.length > 0 && { state: view.state.join(',') }),
    }),
  )
  const countOf = (state: string) => query.data?.states.find(({ slug }) => slug === state)?.count ?? 0
  return (
    <>
      <FilterBar
        name="Policies"
        end={
          <Segmented
            label="What is shown"
            options={[
              { value: 'standing', label: 'How they stand' },
              { value: 'terms', label: 'What they say' },
            ]}
            value={view.show}
            onChange={(show) => setView({ show })}
          />
        }
      >
        <MultiFilter
          label="Team"
          options={teams.map(({ slug, name }) => ({ value: slug, label: name }))}
          selected={view.team}
          onChange={(team) => setView({ team })}
        />
        <MultiFilter
          label="State"
          options={policyStates.map((value) => ({
            value,
            label: policyStateWords[value],
            count: countOf(value),
          }))}
          selected={view.state}
          onChange={(chosen) => setView({ state: policyStates.filter((state) => chosen.includes(state)) })}
        />
      </FilterBar>
      <QueryPanel title="Policies" query={query} skeleton={<Skeleton name="policies" lines={10} />}>
        {(list) => {
          const rows = rowsOf(
            list,
            teams.map(({ slug }) => slug),
          )
          if (rows.length === 0) {
            return (
              <Notice
                kind={view.team.length + view.state.length > 0 ? 'filtered' : 'missing'}
                title="No policy is left by these filters"
                action={<Button onClick={() => setView(defaultPoliciesView)}>Clear filters</Button>}
              />
            )
          }
          return (
            <>
              <Sentence>{list.answer}</Sentence>
              {view.show === 'standing' ? (
                <DataTable
                  caption="Policies"
                  density="two-lines"
                  columns={policyColumns}
                  rows={rows}
                  rowKey={({ id }) => id}
                  isStale={query.isPlaceholderData}
                  footer="Sorted by team. A clause is met while its condition holds in at least one production budget, or as people found."
                  asOf={list.dataUpTo}
                />
              ) : (
                <PolicyTerms policies={list.items} />
              )}
            </>
          )
        }}
      </QueryPanel>
    </>
  )
}

/** In the order of the teams; a team without a policy is a row too. */
function rowsOf({ items, without }: PolicyList, order: readonly string[]): readonly PolicyRow[] {
  const rows: readonly PolicyRow[] = [
    ...items.map((policy) => ({ id: policy.slug, team: policy.team, teamName: policy.teamName, policy })),
    ...without.map(({ team, teamName, isHidden }) => ({
      id: `without ${team}`,
      team,
      teamName,
      policy: null,
      isHidden,
    })),
  ]
  return rows.toSorted((a, b) => order.indexOf(a.team) - order.indexOf(b.team))
}
