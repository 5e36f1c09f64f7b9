import { ChartFigure } from '../../../charts/chart-figure.tsx'
import type { PlotPoint } from '../../../charts/period-drawing.tsx'
import { PeriodPlot } from '../../../charts/period-plot.tsx'
import { minutesAxis, shareAxis } from '../../../charts/value-axis.ts'
import type { ComponentOnWire, DeliveryTable } from '../../../contract/delivery.ts'
import { Absent } from '../../../ui/absent.tsx'
import { downloadCsv } from '../../../ui/csv.ts'
import { DataTable, type Column } from '../../../ui/data-table.tsx'
import type { DeliveryView } from '../../../url/delivery-view.ts'
import { plotPeriod } from '../plot-period.ts'
import { selectionWords } from '../selection-words.ts'
import { ComponentFigure } from './component-figure.tsx'
import {
  absentReason,
  componentWords,
  deliveryText,
  directionWords,
  isShare,
  restsOn,
} from './delivery-words.ts'

type ComponentChartProps = Readonly<{
  table: Pick<DeliveryTable, 'history' | 'components' | 'dataUpTo'>
  view: DeliveryView
  onChange: (change: Partial<Pick<DeliveryView, 'figures' | 'range'>>) => void
}>

type Row = Readonly<{
  period: DeliveryTable['history'][number]
  figure: ComponentOnWire['figure']
}>

/** One component, period by period. */
export function ComponentChart({ table, view, onChange }: ComponentChartProps) {
  const { component } = view
  const found = table.components.find((one) => one.component === component)
  if (found === undefined) return null
  const { name, unit } = componentWords[component]
  const rows = table.history.flatMap((period, at): Row[] => {
    const figure = found.history[at]
    return figure === undefined ? [] : [{ period, figure }]
  })
  const points = rows.flatMap(({ period, figure }): PlotPoint[] => {
    if (figure.value === null) return []
    const middle = (Date.parse(period.start) + Date.parse(period.end)) / 2
    const words = [deliveryText(component, figure.value), period.name, restsOn(figure, unit)]
    return [{ key: period.id, atMs: middle, value: figure.value, words, isOpen: period.isOpen }]
  })
  const largest = Math.max(0, ...points.map(({ value }) => value))
  return (
    <ChartFigure
      title={`${name}, period by period`}
      summary={`${componentWords[component].says} ${summaryOf(found)}`}
      show={view.figures}
      onShow={(figures) => onChange({ figures })}
      onDownload={() => downloadCsv(`${component}.csv`, csvHeader, rows.map(csvRow))}
      image={{
        fileName: component,
        selection: selectionWords(view, table.history),
        dataUpTo: table.dataUpTo,
      }}
      table={
        <DataTable
          caption={`${name}, period by period`}
          columns={columns(found)}
          rows={rows}
          rowKey={({ period }) => period.id}
          density="dense"
        />
      }
    >
      {({ titleId, summaryId }) => (
        <PeriodPlot
          titleId={titleId}
          summaryId={summaryId}
          periods={table.history.map(plotPeriod)}
          points={points}
          isJoined
          axis={isShare(component) ? shareAxis : minutesAxis(largest)}
          tickLabel={(value) => deliveryText(component, value)}
          onZoom={(range) => onChange({ range })}
          renderPoint={({ key }, place) => <button key={key} type="button" {...place} />}
        />
      )}
    </ChartFigure>
  )
}

function summaryOf({ component, figure, before, direction }: ComponentOnWire): string {
  const { unit } = componentWords[component]
  if (figure.value === null) return `${absentReason(unit)}.`
  const now = `${deliveryText(component, figure.value)} in the window, by ${restsOn(figure, unit)}`
  if (direction === null || before === null || before.value === null) return `${now}.`
  const earlier = deliveryText(component, before.value)
  return direction === 'steady'
    ? `${now}; about the ${earlier} of the window before.`
    : `${now}; ${directionWords[direction]} than the ${earlier} of the window before.`
}

function columns({ component }: ComponentOnWire): readonly Column<Row>[] {
  const { unit } = componentWords[component]
  return [
    {
      id: 'period',
      header: 'Period',
      isRowHeader: true,
      cell: ({ period }) => (period.isOpen ? `${period.name}, open` : period.name),
    },
    {
      id: 'value',
      header: isShare(component) ? 'Share' : 'Median',
      align: 'end',
      cell: ({ figure }) =>
        figure.value === null ? (
          <Absent reason={absentReason(unit)} />
        ) : (
          <ComponentFigure component={component} value={figure.value} />
        ),
    },
    { id: 'count', header: 'Rests on', align: 'end', cell: ({ figure }) => restsOn(figure, unit) },
  ]
}

const csvHeader = ['period', 'from', 'to', 'minutes or share', 'mean', 'rests on']

function csvRow({ period, figure }: Row) {
  return [period.id, period.start, period.end, figure.value, figure.mean, figure.count]
}
