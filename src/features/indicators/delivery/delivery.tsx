import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { deliveryFiles, deliveryQueries, deliveryRows } from '../../../api/delivery-queries.ts'
import type { DeliveryTable } from '../../../contract/delivery.ts'
import { deliveryGroups } from '../../../domain/delivery.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { RadioSetting } from '../../../ui/settings.tsx'
import { sortWords } from '../../../ui/sort-words.ts'
import { deliveryCodec, type DeliveryView } from '../../../url/delivery-view.ts'
import { useUrlState } from '../../../url/use-url-state.ts'
import { IndicatorTable } from '../indicator-table.tsx'
import { Accelerate } from './accelerate.tsx'
import { Bottlenecks } from './bottlenecks.tsx'
import { ComponentChart } from './component-chart.tsx'
import { Components } from './components.tsx'
import { deliveryColumns } from './delivery-columns.tsx'
import { DeliveryEvents } from './delivery-events.tsx'
import { deliveryFilters } from './delivery-filters.ts'
import styles from './delivery.module.css'

const own = deliveryCodec.parse({})
const ownSort = [{ column: 'name', descending: false }]
const groupWords = { team: 'Team', service: 'Service', deployment: 'Deployment' } as const

/** How changes come to users, or where that and reliability are stuck. */
export function Delivery({ header }: Readonly<{ header: ReactNode }>) {
  const [view, setView] = useUrlState(deliveryCodec)
  const head = (
    <>
      {header}
      <div className={styles['part']}>
        <Segmented
          label="Delivery as"
          options={[
            { value: 'indicators', label: 'Indicators' },
            { value: 'bottlenecks', label: 'Bottlenecks' },
          ]}
          value={view.part}
          onChange={(part) => setView({ part, search: '', open: '' })}
        />
      </div>
    </>
  )
  return view.part === 'bottlenecks' ? (
    <Bottlenecks header={head} view={view} onChange={setView} />
  ) : (
    <Indicators header={head} view={view} onChange={setView} />
  )
}

type PartProps = Readonly<{
  header: ReactNode
  view: DeliveryView
  onChange: (change: Partial<DeliveryView>, options?: Readonly<{ replace?: boolean }>) => void
}>

function Indicators({ header, view, onChange }: PartProps) {
  const filters = deliveryFilters(view, ownSort)
  const query = useInfiniteQuery(deliveryQueries.list(filters))
  const table: DeliveryTable | undefined = query.data?.pages[0]
  return (
    <IndicatorTable
      header={header}
      caption={`By ${view.group}`}
      view={view}
      own={own}
      onChange={onChange}
      ownSort={ownSort}
      query={query}
      columnsOf={() => deliveryColumns(view)}
      rowKey={({ id }) => id}
      isNarrow
      isAboutSlos={false}
      hasScale={false}
      ownSettings={
        <RadioSetting
          label="A row for each"
          options={deliveryGroups.map((value) => ({ value, label: groupWords[value] }))}
          value={view.group}
          onChange={(group) => onChange({ group })}
        />
      }
      graph={
        table &&
        table.periods.length > 0 && (
          <div
            className={query.isPlaceholderData ? styles['stale'] : undefined}
            aria-busy={query.isPlaceholderData}
          >
            <Accelerate measures={table.accelerate} windowLength={table.periods.length} />
            <Components
              components={table.components}
              windowLength={table.periods.length}
              chosen={view.component}
              onChoose={(component) => onChange({ component })}
            />
            <ComponentChart table={table} view={view} onChange={onChange} />
            <h2 className={styles['heading']}>By {view.group}</h2>
          </div>
        )
      }
      below={table && <DeliveryEvents view={view} table={table} onChange={onChange} />}
      file={{
        fileName: 'delivery.csv',
        address: deliveryFiles.list(filters),
        readAll: (signal) => deliveryRows.list(filters, signal),
      }}
      footer={`${sortWords(view.sort.length > 0 ? view.sort : ownSort)} Medians of times. A light figure rests on too few to be compared.`}
      empty={
        <Notice kind="missing" title="No service is deployed here">
          A service and its deployments come with the catalog, releases and builds through /api/ingest.
        </Notice>
      }
    />
  )
}
