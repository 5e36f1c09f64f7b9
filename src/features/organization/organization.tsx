import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, type ReactNode } from 'react'

import { organizationQueries } from '../../api/organization-queries.ts'
import { QueryPanel } from '../../api/query-panel.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { FilterSelect } from '../../ui/filter-select.tsx'
import { later } from '../../ui/later.tsx'
import { MultiFilter } from '../../ui/multi-filter.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { formatDays } from '../../ui/time-format.ts'
import {
  defaultOrganizationView,
  organizationViewCodec,
  type OrganizationView,
  type YearWindow,
} from '../../url/organization-view.ts'
import { organizationPaths } from '../../url/organization-paths.ts'
import { useUrlState } from '../../url/use-url-state.ts'
import { homeRange, type HomeRange } from './home-range.ts'
import { OrganizationHome } from './organization-home.tsx'
import styles from './organization.module.css'
import { PageActs } from './page-acts.tsx'

const windows: readonly Readonly<{ value: YearWindow; label: string }>[] = [
  { value: 'current-year', label: 'This year' },
  { value: 'previous-year', label: 'Last year' },
  { value: 'two-years', label: 'Two years' },
]

const SKELETON_LINES = 16

/** The last of its row: what comes after the others moves none of them. */
const BeforeSre = later(async () => (await import('./before-sre.tsx')).BeforeSre)

type SetView = (change: Partial<OrganizationView>) => void

/** Are we reliable, and getting better: on one page, of which every figure is an indicator's own. */
export function Organization({ expected, empty }: Readonly<{ expected: ReactNode; empty: ReactNode }>) {
  const [view, setView] = useUrlState(organizationViewCodec)
  const page = useRef<HTMLDivElement>(null)
  const periods = useQuery(organizationQueries.periods())
  const dataUpTo = useQuery(organizationQueries.current()).data?.dataUpTo ?? null
  const range = periods.data ? homeRange(view, periods.data.items) : null
  return (
    <>
      <div className={styles['filters']}>
        <FilterBar
          name="Organization"
          end={
            <>
              <Link className="link" {...organizationPaths.reports({ period: view.asOf })}>
                Reports
              </Link>
              <PageActs
                page={page}
                title={`Organization, ${range?.asOf?.name ?? 'no closed period'}`}
                selection={selectionOf(view)}
                dataUpTo={range === null ? null : dataUpTo}
              />
            </>
          }
        >
          <Filters view={view} setView={setView} range={range} />
        </FilterBar>
      </div>
      <QueryPanel
        title="Periods"
        query={periods}
        skeleton={<Skeleton name="kept budgets" lines={SKELETON_LINES} />}
      >
        {() =>
          range === null ? (
            <Notice kind="missing" title="There are no data of this window">
              Choose another one, or wait for its first period.
            </Notice>
          ) : (
            <div ref={page}>
              <p className={styles['onPaper']}>
                Organization. {selectionOf(view)}; data up to {dataUpTo ?? '–'}
              </p>
              <OrganizationHome
                view={view}
                setView={setView}
                range={range}
                selection={selectionOf(view)}
                expected={expected}
                empty={empty}
              />
            </div>
          )
        }
      </QueryPanel>
    </>
  )
}

type FiltersProps = Readonly<{ view: OrganizationView; setView: SetView; range: HomeRange | null }>

function Filters({ view, setView, range }: FiltersProps) {
  const deployments = useQuery(organizationQueries.deployments()).data?.items ?? []
  useEffect(() => BeforeSre.preload(), [])
  const closed = range?.closed ?? []
  const at = range?.asOf ? closed.indexOf(range.asOf) : 0
  return (
    <>
      <FilterSelect
        label="Window"
        value={view.window}
        options={windows}
        onChange={(window) => setView({ window, asOf: null, compare: null })}
        isSet={view.window !== defaultOrganizationView.window}
      />
      {range?.asOf && (
        <FilterSelect
          label="As of"
          value={range.asOf.id}
          options={closed.toReversed().map(optionOf)}
          onChange={(asOf) => setView({ asOf: asOf === closed.at(-1)?.id ? null : asOf })}
          isSet={view.asOf !== null}
        />
      )}
      {range?.compare && (
        <FilterSelect
          label="Compare with"
          value={range.compare.id}
          options={closed.slice(0, at).map(optionOf)}
          onChange={(compare) => setView({ compare: compare === closed[0]?.id ? null : compare })}
          isSet={view.compare !== null}
        />
      )}
      <MultiFilter
        label="Deployment"
        none="Production"
        options={deployments.map(({ slug, name }) => ({ value: slug, label: name }))}
        selected={view.deployment}
        onChange={(deployment) => setView({ deployment })}
      />
      <BeforeSre typed={view.before} onType={(before) => setView({ before })} />
    </>
  )
}

function optionOf({ id, name, start, end }: HomeRange['closed'][number]) {
  return { value: id, label: `${name}, ${formatDays(Date.parse(start), Date.parse(end), 'UTC')}` }
}

function selectionOf({ window, deployment }: OrganizationView): string {
  const year = windows.find(({ value }) => value === window)?.label ?? ''
  const where = deployment.length === 0 ? 'production' : deployment.join(', ')
  return `The whole organization; ${where}; ${year.toLowerCase()}`
}
