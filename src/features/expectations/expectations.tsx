import { expectationOperations } from '../../contract/expectation-operations.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { DownloadRows } from '../../api/download-rows.tsx'
import { expectationQueries } from '../../api/expectation-queries.ts'
import { QueryPanel } from '../../api/query-panel.tsx'
import { csvAddress } from '../../api/rows-file.ts'
import { usePermission } from '../../api/use-permission.ts'
import { type ExpectationPage } from '../../contract/expectations.ts'
import { expectationSources } from '../../contract/names.ts'
import { expectationStates, stakeholders } from '../../domain/expectation.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { downloadText } from '../../ui/download-text.ts'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Icon } from '../../ui/icon.tsx'
import { MultiFilter } from '../../ui/multi-filter.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ListSearch } from '../../ui/search-field.tsx'
import { Sentence } from '../../ui/sentence.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import {
  defaultExpectationsView,
  expectationsViewCodec,
  type ExpectationsView,
} from '../../url/expectations-view.ts'
import { useUrlState } from '../../url/use-url-state.ts'
import { expectationColumns } from './expectation-columns.tsx'
import { ExpectationDialog } from './expectation-dialog.tsx'
import { expectationsMarkdown } from './expectation-files.ts'
import { stateWords } from './expectation-state-words.ts'
import { stakeholderWords } from './expectation-words.ts'
import styles from './expectations.module.css'
import { NewExpectationDialog } from './new-expectation-dialog.tsx'

/** More than anybody can steer by. */
const MOST_ROWS = 500
const sourceWords = { computed: 'Measured here', entered: 'Entered by people' } as const

/** What is expected of SRE, by whom, until when, and how it stands. */
export function Expectations() {
  const [view, setView] = useUrlState(expectationsViewCodec)
  const [isNew, setIsNew] = useState(false)
  const { whyNot } = usePermission('record-expectations', '')
  const filters = filtersOf(view)
  const query = useQuery(expectationQueries.list({ ...filters, limit: MOST_ROWS }))
  return (
    <>
      <FilterBar
        name="Expectations"
        end={
          <>
            <DownloadRows
              fileName="expectations.csv"
              address={csvAddress(expectationOperations, 'listExpectations', filters)}
            />
            <Button
              disabled={query.data === undefined}
              title="Download this list as a Markdown table"
              onClick={() => {
                if (query.data === undefined) return
                const { items, answer } = query.data
                downloadText('expectations.md', 'text/markdown', expectationsMarkdown(items, answer))
              }}
            >
              <Icon name="download" />
              Markdown
            </Button>
            <Button
              look="primary"
              disabled={whyNot !== null}
              title={whyNot ?? undefined}
              onClick={() => setIsNew(true)}
            >
              Record an expectation
            </Button>
          </>
        }
      >
        <MultiFilter
          label="State"
          options={expectationStates.map((value) => ({
            value,
            label: stateWords[value],
            ...countOf(query.data, value),
          }))}
          selected={view.state}
          onChange={(state) => setView({ state })}
        />
        <MultiFilter
          label="Whose"
          options={stakeholders.map((value) => ({ value, label: stakeholderWords[value] }))}
          selected={view.stakeholder}
          onChange={(stakeholder) => setView({ stakeholder })}
        />
        <MultiFilter
          label="Source"
          options={expectationSources.map((value) => ({ value, label: sourceWords[value] }))}
          selected={view.source}
          onChange={(source) => setView({ source })}
        />
        <div className={styles['search']}>
          <ListSearch
            label="Find an expectation"
            value={view.search}
            onChange={(text) => setView({ search: text }, { replace: true })}
          />
        </div>
      </FilterBar>
      <QueryPanel title="Expectations" query={query} skeleton={<Skeleton name="expectations" lines={12} />}>
        {({ items, totalCount, answer }) => (
          <>
            <Sentence>{answer}</Sentence>
            {items.length === 0 ? (
              <NothingFound
                isFiltered={Object.keys(filters).length > 0}
                onClear={() => setView(defaultExpectationsView)}
              />
            ) : (
              <DataTable
                caption="Expectations"
                columns={expectationColumns((open) => setView({ open }))}
                rows={items}
                rowKey={({ id }) => id}
                density="two-lines"
                isStale={query.isPlaceholderData}
                totalCount={totalCount}
                footer="Verdicts first. A verdict is given when the month it is due in is over, by the value of then."
              />
            )}
          </>
        )}
      </QueryPanel>
      {view.open !== '' && (
        <ExpectationDialog id={view.open} whyNot={whyNot} onClose={() => setView({ open: '' })} />
      )}
      {isNew && <NewExpectationDialog onClose={() => setIsNew(false)} />}
    </>
  )
}

function countOf(page: ExpectationPage | undefined, value: string) {
  const count = page?.states.find(({ state }) => state === value)?.count
  return count === undefined ? {} : { count }
}

function filtersOf({ search, state, stakeholder, source }: ExpectationsView) {
  const chosen = Object.entries({ state, stakeholder, source }).filter(([, values]) => values.length > 0)
  return {
    ...Object.fromEntries(chosen.map(([name, values]) => [name, values.join(',')])),
    ...(search !== '' && { search }),
  }
}

function NothingFound({ isFiltered, onClear }: Readonly<{ isFiltered: boolean; onClear: () => void }>) {
  return isFiltered ? (
    <Notice
      kind="filtered"
      title="No expectation is left by these filters"
      action={<Button onClick={onClear}>Clear filters</Button>}
    />
  ) : (
    <Notice kind="missing" title="Nothing is expected of SRE in writing yet">
      A coach records what should come of it, for whom, and by which signal everybody will see it.
    </Notice>
  )
}
