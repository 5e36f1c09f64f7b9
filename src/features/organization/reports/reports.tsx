import { useQuery } from '@tanstack/react-query'

import { organizationQueries } from '../../../api/organization-queries.ts'
import { QueryPanel } from '../../../api/query-panel.tsx'
import type { PeriodOnWire } from '../../../contract/catalog.ts'
import { FilterBar } from '../../../ui/filter-bar.tsx'
import { FilterSelect } from '../../../ui/filter-select.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { formatDays } from '../../../ui/time-format.ts'
import { reportsViewCodec, type ReportsView } from '../../../url/reports-view.ts'
import { useUrlState } from '../../../url/use-url-state.ts'
import { AvailabilityReport, PeriodTexts } from './gathered-reports.tsx'
import { reportRange } from './report-range.ts'

const kinds: readonly Readonly<{ value: ReportsView['report']; label: string }>[] = [
  { value: 'period', label: 'Period report' },
  { value: 'minutes', label: 'SRE minutes' },
  { value: 'availability', label: 'Availability newsletter' },
]

const LINES = 14

/** Which text, of which period, read how. */
export function Reports() {
  const [view, setView] = useUrlState(reportsViewCodec)
  const periods = useQuery(organizationQueries.periods())
  const items = periods.data?.items ?? []
  const range = reportRange(items, view.period)
  return (
    <>
      <FilterBar name="Reports">
        <FilterSelect
          label="Report"
          value={view.report}
          options={kinds}
          onChange={(report) => setView({ report })}
        />
        {range?.asOf && (
          <FilterSelect
            label="Period"
            value={range.asOf.id}
            options={items.toReversed().map(optionOf)}
            onChange={(period) => setView({ period })}
            isSet={view.period !== null}
          />
        )}
        <Segmented
          label="Read as"
          options={[
            { value: 'preview', label: 'Preview' },
            { value: 'markdown', label: 'Markdown' },
          ]}
          value={view.form}
          onChange={(form) => setView({ form })}
        />
      </FilterBar>
      <QueryPanel title="Periods" query={periods} skeleton={<Skeleton name="report" lines={LINES} />}>
        {() =>
          range === null ? (
            <Notice kind="missing" title="There is no period to report on yet">
              The first one begins with the first data.
            </Notice>
          ) : view.report === 'availability' ? (
            <AvailabilityReport range={range} form={view.form} />
          ) : (
            <PeriodTexts kind={view.report} range={range} form={view.form} />
          )
        }
      </QueryPanel>
    </>
  )
}

function optionOf({ id, name, start, end, isOpen }: PeriodOnWire) {
  const days = formatDays(Date.parse(start), Date.parse(end), 'UTC')
  return { value: id, label: `${name} of ${id.slice(0, 4)}, ${days}${isOpen ? ', open' : ''}` }
}
