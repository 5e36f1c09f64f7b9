import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { accessQueries } from '../../api/access-queries.ts'
import { DownloadRows } from '../../api/download-rows.tsx'
import { addressWith } from '../../api/http.ts'
import { AUDIT_EXPORT_PATH } from '../../contract/access.ts'
import { QueryPanel } from '../../api/query-panel.tsx'
import { useMorePages } from '../../api/use-more-pages.ts'
import type { AuditEntry } from '../../contract/access.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ListSearch } from '../../ui/search-field.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { accessViewCodec, defaultAccessView } from '../../url/access-view.ts'
import { useUrlState } from '../../url/use-url-state.ts'
import styles from './access.module.css'
import { auditColumns } from './audit-columns.tsx'
import { AuditEntryDialog } from './audit-entry-dialog.tsx'

const PAGE_ROWS = 100
const SKELETON_LINES = 8

/** Who changed what, when, and how it was before. */
export function AuditLog() {
  const [view, setView] = useUrlState(accessViewCodec)
  const [opened, setOpened] = useState<AuditEntry | null>(null)
  const filters = view.search === '' ? {} : { search: view.search }
  const query = useInfiniteQuery(accessQueries.audit({ ...filters, limit: PAGE_ROWS }))
  const fetchMore = useMorePages(query)

  return (
    <section className={styles['section']} aria-labelledby="audit-title">
      <h2 id="audit-title" className={styles['head']}>
        Audit log
      </h2>
      <p className={styles['lede']}>
        Every change, with who made it and how things were before. Entries are added together with the change
        itself and can be neither changed nor deleted.
      </p>
      <QueryPanel
        title="The audit log"
        query={query}
        skeleton={<Skeleton name="the audit log" lines={SKELETON_LINES} />}
      >
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items)
          return (
            <>
              <FilterBar
                name="Audit log"
                end={
                  <DownloadRows
                    fileName="audit-log.csv"
                    address={addressWith(AUDIT_EXPORT_PATH, {}, { ...filters, format: 'csv' })}
                  />
                }
              >
                <span className={styles['search']}>
                  <ListSearch
                    label="Find a name, action or subject"
                    value={view.search}
                    onChange={(text) => setView({ search: text }, { replace: true })}
                  />
                </span>
              </FilterBar>
              {rows.length === 0 ? (
                <NothingFound isFiltered={view.search !== ''} onClear={() => setView(defaultAccessView)} />
              ) : (
                <DataTable
                  caption="Audit log"
                  columns={auditColumns(setOpened)}
                  rows={rows}
                  rowKey={({ id }) => String(id)}
                  totalCount={pages[0]?.totalCount ?? rows.length}
                  onEndNear={fetchMore}
                  footer="Newest first."
                />
              )}
            </>
          )
        }}
      </QueryPanel>
      {opened && <AuditEntryDialog entry={opened} onClose={() => setOpened(null)} />}
    </section>
  )
}

function NothingFound({ isFiltered, onClear }: Readonly<{ isFiltered: boolean; onClear: () => void }>) {
  return isFiltered ? (
    <Notice
      kind="filtered"
      title="No entry has these words"
      action={<Button onClick={onClear}>Clear the search</Button>}
    />
  ) : (
    <Notice kind="missing" title="Nothing was changed yet">
      Changes are recorded from the first one on.
    </Notice>
  )
}
