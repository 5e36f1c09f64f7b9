import { useInfiniteQuery, useQuery } from '@tanstack/react-query'

import { catalogQueries } from '../../api/catalog-queries.ts'
import { organizationQueries } from '../../api/organization-queries.ts'
import { QueryPanel } from '../../api/query-panel.tsx'
import { useMorePages } from '../../api/use-more-pages.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { MultiFilter } from '../../ui/multi-filter.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ListSearch } from '../../ui/search-field.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { catalogViewCodec, defaultCatalogView } from '../../url/catalog-view.ts'
import { useUrlState } from '../../url/use-url-state.ts'
import { catalogColumns } from './catalog-columns.tsx'
import { CatalogSource } from './catalog-source.tsx'
import styles from './catalog.module.css'

const PAGE_ROWS = 500
const SKELETON_LINES = 16

/** Who owns what, where it runs, what it calls, and what is promised of it. */
export function Catalog() {
  const [view, setView] = useUrlState(catalogViewCodec)
  const teams = useQuery(organizationQueries.teams()).data?.items ?? []
  const query = useInfiniteQuery(
    catalogQueries.services({ ...(view.team.length > 0 && { team: view.team.join(',') }), limit: PAGE_ROWS }),
  )
  const fetchMore = useMorePages(query)

  const words = view.search.toLowerCase().split(/\s+/).filter(Boolean)
  return (
    <>
      <CatalogSource />
      <FilterBar name="Service catalog">
        <MultiFilter
          label="Team"
          options={teams.map(({ slug, name }) => ({ value: slug, label: name }))}
          selected={view.team}
          onChange={(team) => setView({ team })}
        />
        <span className={styles['search']}>
          <ListSearch
            label="Find a service"
            value={view.search}
            onChange={(text) => setView({ search: text }, { replace: true })}
          />
        </span>
        <Checkbox isChecked={view.withoutSlo} onChange={(withoutSlo) => setView({ withoutSlo })}>
          Only without an SLO
        </Checkbox>
      </FilterBar>
      <QueryPanel
        title="Services"
        query={query}
        skeleton={<Skeleton name="services" lines={SKELETON_LINES} />}
      >
        {({ pages }) => {
          const services = pages.flatMap(({ items }) => items)
          const rows = services.filter(
            ({ slug, name, description, sloCount }) =>
              (!view.withoutSlo || sloCount === 0) &&
              words.every((word) => `${slug} ${name} ${description}`.toLowerCase().includes(word)),
          )
          if (rows.length === 0) {
            return (
              <Notice
                kind={view.withoutSlo && words.length === 0 ? 'good' : 'filtered'}
                title={
                  view.withoutSlo && words.length === 0
                    ? 'Every service shown has an SLO'
                    : 'No service is left by these filters'
                }
                action={<Button onClick={() => setView(defaultCatalogView)}>Clear filters</Button>}
              />
            )
          }
          return (
            <DataTable
              caption="Services"
              columns={catalogColumns((team) => teams.find(({ slug }) => slug === team)?.name ?? team)}
              rows={rows}
              rowKey={({ slug }) => slug}
              onEndNear={fetchMore}
              footer="Sorted by name."
            />
          )
        }}
      </QueryPanel>
    </>
  )
}
