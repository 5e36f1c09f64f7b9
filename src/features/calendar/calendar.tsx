import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { calendarQueries } from '../../api/calendar-queries.ts'
import { DownloadRows } from '../../api/download-rows.tsx'
import { organizationQueries } from '../../api/organization-queries.ts'
import { QueryPanel } from '../../api/query-panel.tsx'
import { csvAddress } from '../../api/rows-file.ts'
import { useMorePages } from '../../api/use-more-pages.ts'
import { calendarOperations } from '../../contract/calendar-operations.ts'
import type { Review, ReviewPage } from '../../contract/calendar.ts'
import { reviewKinds, reviewOf, reviewStates, reviewTiers } from '../../domain/review-calendar.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { FilterSelect } from '../../ui/filter-select.tsx'
import { MultiFilter } from '../../ui/multi-filter.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ListSearch } from '../../ui/search-field.tsx'
import { Sentence } from '../../ui/sentence.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { calendarViewCodec, defaultCalendarView, type CalendarView } from '../../url/calendar-view.ts'
import { useUrlState } from '../../url/use-url-state.ts'
import { CadencesDialog } from './cadences-dialog.tsx'
import { monthOf, stateWords, tierWords } from './calendar-words.ts'
import styles from './calendar.module.css'
import { DueEffects } from './due-effects.tsx'
import { reviewColumns } from './review-columns.tsx'
import { ReviewDialog } from './review-dialog.tsx'
import { Subscribe } from './subscribe.tsx'

const SKELETON_LINES = 16
const ORGANIZATION = { value: 'organization', label: 'Organization' }

const groupings = [
  { value: 'month', label: 'Month' },
  { value: 'team', label: 'Team' },
] as const

/** Which reviews are due when, which wait for too long, and what came of them so far. */
export function Calendar() {
  const [view, setView] = useUrlState(calendarViewCodec)
  const [isCadences, setIsCadences] = useState(false)
  const teams = useQuery(organizationQueries.teams()).data?.items ?? []
  const filters = filtersOf(view)
  const query = useInfiniteQuery(calendarQueries.list(filters))
  const fetchMore = useMorePages(query)
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? []
  const [first] = query.data?.pages ?? []
  return (
    <>
      <FilterBar
        name="Calendar"
        end={
          <>
            <Subscribe team={view.team} />
            <DownloadRows
              fileName="reviews.csv"
              address={csvAddress(calendarOperations, 'listReviews', filters)}
            />
            <Button onClick={() => setIsCadences(true)}>Cadences</Button>
          </>
        }
      >
        <FilterSelect
          label="By"
          value={view.by}
          options={groupings}
          isSet={view.by !== defaultCalendarView.by}
          onChange={(by) => setView({ by })}
        />
        <MultiFilter
          label="Of"
          options={[ORGANIZATION, ...teams.map(({ slug, name }) => ({ value: slug, label: name }))]}
          selected={view.team}
          onChange={(team) => setView({ team })}
        />
        <MultiFilter
          label="Review"
          options={reviewKinds.map((value) => ({ value, label: reviewOf(value).name }))}
          selected={view.kind}
          onChange={(kind) => setView({ kind })}
        />
        <MultiFilter
          label="Tier"
          options={reviewTiers.map((value) => ({ value, label: tierWords[value] }))}
          selected={view.tier}
          onChange={(tier) => setView({ tier })}
        />
        <MultiFilter
          label="Due"
          options={reviewStates.map((value) => ({
            value,
            label: stateWords[value],
            ...countOf(first, value),
          }))}
          selected={view.state}
          onChange={(state) => setView({ state })}
        />
        <span className={styles['search']}>
          <ListSearch
            label="Find a review"
            value={view.search}
            onChange={(text) => setView({ search: text }, { replace: true })}
          />
        </span>
      </FilterBar>
      <QueryPanel
        title="The calendar"
        query={query}
        skeleton={<Skeleton name="reviews" lines={SKELETON_LINES} />}
      >
        {({ pages: [page] }) => (
          <>
            <Sentence>
              {page?.answer}
              <DueEffects />
            </Sentence>
            {rows.length === 0 ? (
              <NothingDue view={view} onClear={() => setView(defaultCalendarView)} />
            ) : (
              <DataTable
                caption="Reviews"
                density="two-lines"
                columns={reviewColumns((open) => setView({ open }))}
                rows={rows}
                rowKey={({ id }) => id}
                groupOf={view.by === 'month' ? monthGroup : teamGroup}
                isStale={query.isPlaceholderData}
                totalCount={page?.totalCount ?? rows.length}
                onEndNear={fetchMore}
                footer="Each review with its next day, in UTC, and the days after it within a year if each is held on its day."
              />
            )}
          </>
        )}
      </QueryPanel>
      {view.open !== '' && (
        <ReviewDialog key={view.open} id={view.open} onClose={() => setView({ open: '' })} />
      )}
      {isCadences && <CadencesDialog onClose={() => setIsCadences(false)} />}
    </>
  )
}

function monthGroup({ due, state }: Review) {
  return state === 'overdue'
    ? { key: 'overdue', label: 'Overdue' }
    : { key: due.slice(0, 7), label: monthOf(due) }
}

function teamGroup({ team, teamName }: Review) {
  return { key: team ?? '', label: teamName ?? 'Organization' }
}

function countOf(page: ReviewPage | undefined, value: string) {
  const count = page?.states.find(({ state }) => state === value)?.count
  return count === undefined ? {} : { count }
}

function filtersOf({ by, team, kind, tier, state, search }: CalendarView) {
  const chosen = Object.entries({ team, kind, tier, state }).filter(([, values]) => values.length > 0)
  return {
    ...Object.fromEntries(chosen.map(([name, values]) => [name, values.join(',')])),
    ...(search !== '' && { search }),
    ...(by === 'team' && { sort: 'team,due' }),
  }
}

type NothingDueProps = Readonly<{ view: CalendarView; onClear: () => void }>

function NothingDue({ view, onClear }: NothingDueProps) {
  const { by: _by, open: _open, ...choice } = view
  const isFiltered = Object.values(choice).some((one) => one.length > 0)
  const isOnlyOverdue = view.state.length === 1 && view.state[0] === 'overdue' && view.search === ''
  if (!isFiltered) {
    return (
      <Notice kind="missing" title="There is nothing to review yet">
        Reviews come with the first SLO of a team.
      </Notice>
    )
  }
  return (
    <Notice
      kind={isOnlyOverdue ? 'good' : 'filtered'}
      title={isOnlyOverdue ? 'No review is overdue' : 'No review is left by these filters'}
      action={<Button onClick={onClear}>Clear filters</Button>}
    />
  )
}
