import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { organizationQueries } from '../../api/organization-queries.ts'
import { QueryPanel } from '../../api/query-panel.tsx'
import { serviceCatalogQueries } from '../../api/service-catalog-queries.ts'
import { useMorePages } from '../../api/use-more-pages.ts'
import type { CatalogPage } from '../../contract/service-catalog.ts'
import { catalogAttributes, serviceLevels, serviceStages } from '../../domain/service-catalog.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { FilterSelect } from '../../ui/filter-select.tsx'
import { MultiFilter } from '../../ui/multi-filter.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ListSearch } from '../../ui/search-field.tsx'
import { Sentence } from '../../ui/sentence.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { sortWords } from '../../ui/sort-words.ts'
import { toggleSort } from '../../ui/table-sort.ts'
import { catalogPaths } from '../../url/catalog-paths.ts'
import {
  defaultServiceCatalogView,
  serviceCatalogViewCodec,
  type ServiceCatalogView,
} from '../../url/service-catalog-view.ts'
import { useUrlState } from '../../url/use-url-state.ts'
import { catalogColumns } from './catalog-columns.tsx'
import { CatalogDownloads } from './catalog-downloads.tsx'
import { attributeWords, levelWords, stageWords } from './catalog-words.ts'
import { CoverageTable } from './coverage-table.tsx'
import styles from './service-catalog.module.css'

const PAGE_ROWS = 500
const SKELETON_LINES = 18
const EVERY = ''

/** What there is, whose it is, what is known of it, and how old that is. */
export function ServiceCatalog() {
  const [view, setView] = useUrlState(serviceCatalogViewCodec)
  const teams = useQuery(organizationQueries.teams()).data?.items ?? []
  const filters = filtersOf(view)
  const query = useInfiniteQuery(serviceCatalogQueries.list({ ...filters, limit: PAGE_ROWS }))
  const fetchMore = useMorePages(query)
  const products = query.data?.pages[0]?.products ?? []
  return (
    <>
      <FilterBar name="Service catalog" end={<CatalogDownloads filters={filters} />}>
        <MultiFilter
          label="Team"
          options={teams.map(({ slug, name }) => ({ value: slug, label: name }))}
          selected={view.team}
          onChange={(team) => setView({ team })}
        />
        <FilterSelect
          label="Product"
          value={view.product}
          isSet={view.product !== EVERY}
          options={[EVERY, ...new Set([...products, ...(view.product === EVERY ? [] : [view.product])])].map(
            (value) => ({ value, label: value === EVERY ? 'All' : value }),
          )}
          onChange={(product) => setView({ product })}
        />
        <MultiFilter
          label="Level"
          options={serviceLevels.map((value) => ({ value, label: levelWords[value] }))}
          selected={view.level}
          onChange={(level) => setView({ level })}
        />
        <MultiFilter
          label="Stage"
          options={serviceStages.map((value) => ({ value, label: stageWords[value] }))}
          selected={view.stage}
          onChange={(stage) => setView({ stage })}
        />
        <MultiFilter
          label="Without"
          none="Any"
          options={catalogAttributes.map((value) => ({ value, label: attributeWords[value] }))}
          selected={view.missing}
          onChange={(missing) => setView({ missing })}
        />
        <Checkbox isChecked={view.isStale} onChange={(isStale) => setView({ isStale })}>
          Not confirmed for 6 months
        </Checkbox>
        <span className={styles['search']}>
          <ListSearch
            label="Find a service"
            value={view.search}
            onChange={(text) => setView({ search: text }, { replace: true })}
          />
        </span>
      </FilterBar>
      <QueryPanel
        title="The service catalog"
        query={query}
        skeleton={<Skeleton name="services" lines={SKELETON_LINES} />}
      >
        {({ pages: [first, ...others] }) =>
          first && (
            <>
              <Sentence>{first.answer}</Sentence>
              <CoverageTable
                page={first}
                onMissing={(attribute, team) =>
                  setView({ missing: [attribute], ...(team !== null && { team: [team] }) })
                }
              />
              <Services
                view={view}
                setView={setView}
                pages={[first, ...others]}
                isStale={query.isPlaceholderData}
                onEndNear={fetchMore}
              />
            </>
          )
        }
      </QueryPanel>
    </>
  )
}

type ServicesProps = Readonly<{
  view: ServiceCatalogView
  setView: (change: Partial<ServiceCatalogView>) => void
  pages: readonly [CatalogPage, ...(readonly CatalogPage[])]
  isStale: boolean
  onEndNear: () => void
}>

function Services({ view, setView, pages, isStale, onEndNear }: ServicesProps) {
  const rows = pages.flatMap(({ items }) => items)
  const isByPlace = view.sort.length === 0
  if (rows.length === 0) {
    return pages[0].coverage.every(({ expected }) => expected === 0) && isUnfiltered(view) ? (
      <Notice
        kind="missing"
        title="No service is in the catalog yet"
        action={
          <Link className="link" {...catalogPaths.code()}>
            Where the catalog comes from
          </Link>
        }
      >
        Services come with the files that say what is agreed.
      </Notice>
    ) : (
      <Notice
        kind={isOnlyMissing(view) ? 'good' : 'filtered'}
        title={isOnlyMissing(view) ? 'No service lacks it' : 'No service is left by these filters'}
        action={<Button onClick={() => setView(defaultServiceCatalogView)}>Clear filters</Button>}
      />
    )
  }
  return (
    <div className={styles['list']}>
      <DataTable
        caption="Services"
        columns={catalogColumns}
        rows={rows}
        rowKey={({ slug }) => slug}
        sort={view.sort}
        onSort={(column, isAdded) => setView({ sort: toggleSort(view.sort, column, isAdded) })}
        isStale={isStale}
        totalCount={pages[0].totalCount}
        onEndNear={onEndNear}
        footer={
          isByPlace
            ? 'By product, each below what it is a part of. Budgets of what is made of others count those of its parts.'
            : sortWords(view.sort)
        }
      />
    </div>
  )
}

function isUnfiltered(view: ServiceCatalogView): boolean {
  return Object.keys(filtersOf({ ...view, sort: [] })).length === 0
}

/** Nothing else narrows the list, so that an empty one is good news. */
function isOnlyMissing(view: ServiceCatalogView): boolean {
  return (view.missing.length > 0 || view.isStale) && view.search === '' && view.product === ''
}

function filtersOf({ search, product, isStale, sort, ...lists }: ServiceCatalogView) {
  const chosen = Object.entries(lists).filter(([, values]) => values.length > 0)
  return {
    ...Object.fromEntries(chosen.map(([name, values]) => [name, values.join(',')])),
    ...(search !== '' && { search }),
    ...(product !== '' && { product }),
    ...(isStale && { stale: 'only' as const }),
    ...(sort.length > 0 && {
      sort: sort.map(({ column, descending }) => `${descending ? '-' : ''}${column}`).join(','),
    }),
  }
}
