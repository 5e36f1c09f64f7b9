import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { indicatorFiles, indicatorQueries, indicatorRows } from '../../api/indicator-queries.ts'
import { inColumns } from '../../api/rows-file.ts'
import { Notice } from '../../ui/notice.tsx'
import type { UrlCodec } from '../../url/codec.ts'
import { depletionCodec, exhaustionCodec, type IndicatorView } from '../../url/indicator-view.ts'
import { useUrlState } from '../../url/use-url-state.ts'
import { depletionColumns, exhaustionColumns } from './depletion-columns.tsx'
import { BudgetCurves } from './budget-curves.tsx'
import { curvesFilters, depletionFilters } from './indicator-filters.ts'
import { IndicatorTable } from './indicator-table.tsx'
import { NoMeasurements } from './nothing-left.tsx'
import { shownColumns } from '../../ui/column-choice.ts'
import { ShareTable } from './share-table.tsx'
import { ShownAs } from './shown-as.tsx'
import { sortWords } from '../../ui/sort-words.ts'

type IndicatorProps = Readonly<{
  header: ReactNode
  /** Where nothing is promised yet. */
  empty: ReactNode
}>

/** I-03: how budgets ended each period, and how fast they went. */
export function Depletion(props: IndicatorProps) {
  return (
    <DepletionTable
      {...props}
      caption="SLO error budget depletion"
      codec={depletionCodec}
      ownSort={fastestFirst}
      fileName="error-budget-depletion.csv"
    />
  )
}

/** I-04: who ran out before the period ended. */
export function PrematureExhaustion(props: IndicatorProps) {
  return (
    <DepletionTable
      {...props}
      caption="Premature SLO error budget exhaustion"
      codec={exhaustionCodec}
      ownSort={latestFirst}
      fileName="premature-exhaustion.csv"
    />
  )
}

const fastestFirst = [
  { column: 'highest-speed', descending: true },
  { column: 'remaining', descending: false },
]
const latestFirst = [
  { column: 'period', descending: true },
  { column: 'remaining', descending: false },
]

type DepletionTableProps = IndicatorProps &
  Readonly<{
    caption: string
    codec: UrlCodec<IndicatorView>
    ownSort: typeof fastestFirst
    fileName: string
  }>

function DepletionTable({ header, empty, caption, codec, ownSort, fileName }: DepletionTableProps) {
  const [view, setView] = useUrlState(codec)
  const isGraph = view.show === 'graph'
  const filters = depletionFilters(view, ownSort)
  const tableColumns = view.prematureOnly ? exhaustionColumns : depletionColumns
  const rows = useInfiniteQuery({ ...indicatorQueries.depletion(filters), enabled: !isGraph })
  const curves = useInfiniteQuery({ ...indicatorQueries.curves(curvesFilters(view)), enabled: isGraph })
  const inView = (isGraph ? curves : rows).data?.pages[0]?.inView
  const marks = view.scale === 'month' ? ' Calendar months, not the granted periods.' : ''
  const frame = {
    header,
    caption,
    view,
    own: codec.parse({}),
    onChange: setView,
    hasPremature: true,
    actions: <ShownAs value={view.show} onChange={(show) => setView({ show })} />,
    empty: view.prematureOnly ? <NoneEarly inView={inView} noSlos={empty} /> : empty,
    isEmptyAResult: view.prematureOnly && inView !== undefined && inView.budgets > 0,
  } as const
  const file = {
    fileName,
    address: indicatorFiles.depletion(filters),
    readAll: (signal: AbortSignal) => indicatorRows.depletion(filters, signal),
  }
  if (isGraph) {
    const columns = shownColumns(tableColumns, view.columns)
    const tools = <ShareTable file={inColumns(file, view.columns, columns)} columns={columns} />
    return <BudgetCurves {...frame} query={curves} tools={tools} />
  }
  return (
    <IndicatorTable
      {...frame}
      ownSort={ownSort}
      query={rows}
      file={file}
      columnsOf={() => tableColumns}
      rowKey={({ sloId, deployment, budget }) => `${sloId} ${deployment} ${budget.period.id}`}
      footer={`${sortWords(view.sort.length > 0 ? view.sort : ownSort)} Figures of an open period are estimates.${marks}`}
    />
  )
}

type NoneEarlyProps = Readonly<{
  inView: Readonly<{ budgets: number; measured: number; asked: number }> | undefined
  /** Where nothing is promised yet. */
  noSlos: ReactNode
}>

/** That nothing ran out is good news only where something could have. */
function NoneEarly({ inView, noSlos }: NoneEarlyProps) {
  if (inView === undefined || inView.budgets === 0) return noSlos
  if (inView.measured === 0) return <NoMeasurements />
  if (inView.asked === 0) {
    return (
      <Notice kind="partial" title="Nobody asked for anything in this window">
        Every hour was measured, and no request came: no budget was touched, and none was kept either.
      </Notice>
    )
  }
  return (
    <Notice kind="good" title="No budget ran out early">
      Every SLO of this selection that was measured kept something until its period ended.
    </Notice>
  )
}
