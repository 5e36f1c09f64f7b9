import { correctionOperations } from '../../contract/correction-operations.ts'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { correctionQueries } from '../../api/correction-queries.ts'
import { DownloadRows } from '../../api/download-rows.tsx'
import { organizationQueries } from '../../api/organization-queries.ts'
import { QueryPanel } from '../../api/query-panel.tsx'
import { csvAddress } from '../../api/rows-file.ts'
import { useMorePages } from '../../api/use-more-pages.ts'
import { type RecordedDecision } from '../../contract/corrections.ts'
import { correctionStatuses } from '../../contract/names.ts'
import { correctionCategories } from '../../domain/correction.ts'
import { Button } from '../../ui/button.tsx'
import { categoryWords } from '../../ui/correction-words.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { MultiFilter } from '../../ui/multi-filter.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ListSearch } from '../../ui/search-field.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useTimeZone } from '../../ui/zone.tsx'
import {
  correctionsViewCodec,
  defaultCorrectionsView,
  type CorrectionsView,
} from '../../url/corrections-view.ts'
import { useUrlState } from '../../url/use-url-state.ts'
import { correctionColumns } from './correction-columns.tsx'
import styles from './corrections.module.css'
import { statusWords } from './status-words.ts'
import { WithdrawDialog } from './withdraw-dialog.tsx'

const PAGE_ROWS = 100

/** All that was recorded, withdrawn ones too: filtered on the server. */
export function Corrections() {
  const [view, setView] = useUrlState(correctionsViewCodec)
  const [withdrawing, setWithdrawing] = useState<RecordedDecision | null>(null)
  const timeZone = useTimeZone()
  const teams = useQuery(organizationQueries.teams()).data?.items ?? []
  const deployments = useQuery(organizationQueries.deployments()).data?.items ?? []
  const filters = filtersOf(view)
  const query = useInfiniteQuery(correctionQueries.list({ ...filters, limit: PAGE_ROWS }))
  const fetchMore = useMorePages(query)

  return (
    <>
      <FilterBar
        name="Corrections"
        end={
          <DownloadRows
            fileName="corrections.csv"
            address={csvAddress(correctionOperations, 'listCorrections', filters)}
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
          label="Deployment"
          options={deployments.map(({ slug, name }) => ({ value: slug, label: name }))}
          selected={view.deployment}
          onChange={(deployment) => setView({ deployment })}
        />
        <MultiFilter
          label="Because of"
          options={correctionCategories.map((value) => ({ value, label: categoryWords[value] }))}
          selected={view.category}
          onChange={(category) => setView({ category })}
        />
        <MultiFilter
          label="Status"
          options={correctionStatuses.map((value) => ({ value, label: statusWords[value] }))}
          selected={view.status}
          onChange={(status) => setView({ status })}
        />
        <span className={styles['search']}>
          <ListSearch
            label="Find a reason, person or service"
            value={view.search}
            onChange={(text) => setView({ search: text }, { replace: true })}
          />
        </span>
        {view.service.length > 0 && (
          <Button look="quiet" onClick={() => setView({ service: [] })}>
            Only {view.service.join(', ')}: show all
          </Button>
        )}
      </FilterBar>
      <QueryPanel title="Corrections" query={query} skeleton={<Skeleton name="corrections" lines={8} />}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items)
          if (rows.length === 0)
            return (
              <NothingFound
                isFiltered={Object.keys(filters).length > 0}
                onClear={() => setView(defaultCorrectionsView)}
              />
            )
          return (
            <DataTable
              caption="Corrections"
              density="two-lines"
              columns={correctionColumns(setWithdrawing, timeZone)}
              rows={rows}
              rowKey={({ id }) => id}
              isStale={query.isPlaceholderData}
              totalCount={pages[0]?.totalCount ?? rows.length}
              onEndNear={fetchMore}
              footer="Newest first. What is withdrawn is kept and counts no more."
            />
          )
        }}
      </QueryPanel>
      {withdrawing && <WithdrawDialog correction={withdrawing} onClose={() => setWithdrawing(null)} />}
    </>
  )
}

function filtersOf({ search, ...lists }: CorrectionsView) {
  const chosen = Object.entries(lists).filter(([, values]) => values.length > 0)
  return {
    ...Object.fromEntries(chosen.map(([name, values]) => [name, values.join(',')])),
    ...(search !== '' && { search }),
  }
}

function NothingFound({ isFiltered, onClear }: Readonly<{ isFiltered: boolean; onClear: () => void }>) {
  return isFiltered ? (
    <Notice
      kind="filtered"
      title="No correction is left by these filters"
      action={<Button onClick={onClear}>Clear filters</Button>}
    />
  ) : (
    <Notice kind="missing" title="Nothing was corrected yet">
      Every figure is as it was measured. “Correct the budget” on an SLO’s page leaves out hours or gives back
      what a dependency took.
    </Notice>
  )
}
