import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { deliveryFiles, deliveryQueries, deliveryRows } from '../../../api/delivery-queries.ts'
import type { Bottleneck, BottleneckList } from '../../../contract/delivery.ts'
import {
  bottleneckSides,
  decisionStates,
  FEWEST_COMPARED,
  type BottleneckSide,
} from '../../../domain/bottleneck.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { MultiFilter } from '../../../ui/multi-filter.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Setting } from '../../../ui/settings.tsx'
import { deliveryCodec, type DeliveryView } from '../../../url/delivery-view.ts'
import { IndicatorFrame } from '../indicator-frame.tsx'
import { ShareTable } from '../share-table.tsx'
import { BottleneckDialog } from './bottleneck-dialog.tsx'
import { bottleneckColumns, plainColumns } from './bottleneck-columns.tsx'
import { decisionWords, sideWords } from './bottleneck-words.ts'
import { bottleneckFilters } from './delivery-filters.ts'
import { componentWords } from './delivery-words.ts'
import styles from './delivery.module.css'

const own: DeliveryView = { ...deliveryCodec.parse({}), part: 'bottlenecks' }

type BottlenecksProps = Readonly<{
  header: ReactNode
  view: DeliveryView
  onChange: (change: Partial<DeliveryView>, options?: Readonly<{ replace?: boolean }>) => void
}>

/** Development efficiency beside service reliability: customers' signals decide between the two. */
export function Bottlenecks({ header, view, onChange }: BottlenecksProps) {
  const filters = bottleneckFilters(view)
  const query = useInfiniteQuery(deliveryQueries.bottlenecks(filters))
  const opened = query.data?.pages.flatMap(({ items }) => items).find(({ id }) => id === view.open)
  return (
    <>
      <IndicatorFrame
        header={header}
        caption="Bottlenecks"
        view={view}
        own={own}
        onChange={onChange}
        query={query}
        isAboutSlos={false}
        hasScale={false}
        ownSettings={
          <Setting label="Show">
            <MultiFilter
              label="Side"
              options={bottleneckSides.map((value) => ({ value, label: sideWords[value] }))}
              selected={view.side}
              onChange={(side) => onChange({ side })}
            />
            <MultiFilter
              label="Decision"
              options={decisionStates.map((value) => ({ value, label: decisionWords[value] }))}
              selected={view.decision}
              onChange={(decision) => onChange({ decision })}
            />
          </Setting>
        }
        tools={
          <ShareTable
            columns={plainColumns}
            file={{
              fileName: 'bottlenecks.csv',
              address: deliveryFiles.bottlenecks(filters),
              readAll: (signal) => deliveryRows.bottlenecks(filters, signal),
            }}
          />
        }
        empty={
          <Notice kind="good" title="Data show no bottleneck">
            No service is in the worst tenth of a component, and no budget was broken in two closed periods in
            a row.
          </Notice>
        }
      >
        {(rows) => (
          <div className={styles['sides']} aria-busy={query.isPlaceholderData}>
            {bottleneckSides.map((side) => (
              <Side
                key={side}
                side={side}
                rows={rows.filter((one) => one.side === side)}
                compared={query.data?.pages[0]?.compared ?? []}
                onOpen={(open) => onChange({ open })}
              />
            ))}
          </div>
        )}
      </IndicatorFrame>
      {opened !== undefined && (
        <BottleneckDialog bottleneck={opened} range={view.range} onClose={() => onChange({ open: '' })} />
      )}
    </>
  )
}

type SideProps = Readonly<{
  side: BottleneckSide
  rows: readonly Bottleneck[]
  compared: BottleneckList['compared']
  onOpen: (id: string) => void
}>

function Side({ side, rows, compared, onOpen }: SideProps) {
  return (
    <section aria-label={sideWords[side]}>
      <h2>{sideWords[side]}</h2>
      {rows.length === 0 ? (
        <p className="muted">None with these settings.</p>
      ) : (
        <DataTable
          caption={`Bottlenecks of ${sideWords[side].toLowerCase()}`}
          columns={bottleneckColumns(onOpen)}
          rows={rows}
          rowKey={({ id }) => id}
          density="two-lines"
          footer="The worst first. What data no longer show comes last."
        />
      )}
      {side === 'efficiency' ? (
        <p className={styles['rule']}>
          A bottleneck is a service in the worst tenth of a component: of at least {FEWEST_COMPARED} services
          of the whole organization with enough events in the window, worse than all others, and more than a
          tenth worse than the one in the middle. Services of one team stand together. {notCompared(compared)}
        </p>
      ) : (
        <p className={styles['rule']}>
          A bottleneck is a budget that was broken in two closed periods in a row or more, up to the latest
          one of the window. Budgets of one service and SLI stand together.
        </p>
      )}
    </section>
  )
}

function notCompared(compared: BottleneckList['compared']): string {
  const few = compared.filter(({ services }) => services < FEWEST_COMPARED)
  if (few.length === 0) return ''
  const names = few.map(({ component }) => componentWords[component].name.toLowerCase())
  return `Too few services could be compared by ${names.join(', ')}.`
}
