import { ChartFigure } from '../../charts/chart-figure.tsx'
import type { PlotPoint } from '../../charts/period-drawing.tsx'
import { PeriodPlot, type PointPlace } from '../../charts/period-plot.tsx'
import { minutesAxis } from '../../charts/value-axis.ts'
import type { RecoveryTable } from '../../contract/recovery-trend.ts'
import { Absent } from '../../ui/absent.tsx'
import { downloadCsv } from '../../ui/csv.ts'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { formatTime } from '../../ui/time-format.ts'
import { Time } from '../../ui/time.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { useTimeZone } from '../../ui/zone.tsx'
import { recoveryCodec, type RecoveryView } from '../../url/indicator-view.ts'
import { plotPeriod } from './plot-period.ts'
import { measureNames, minutesText, recoverySummary } from './recovery-words.ts'
import { selectionWords } from './selection-words.ts'
import { zoomOut } from './zoom-out.ts'
import { lineDirection } from '../../domain/trend-words.ts'

type Point = RecoveryTable['points'][number]

type RecoveryChartProps = Readonly<{
  table: RecoveryTable
  view: RecoveryView
  onChange: (change: Partial<Pick<RecoveryView, 'figures' | 'measure' | 'range'>>) => void
}>

/** A point for each resolved incident, where it was created, and the line through them. */
export function RecoveryChart({ table, view, onChange }: RecoveryChartProps) {
  const timeZone = useTimeZone()
  const { measure } = view
  const title = `${measureNames[measure]}, incident by incident`
  const { line } = table[measure]
  const urls = new Map(table.points.map(({ id, url }) => [id, url]))
  const points = table.points.flatMap((point): PlotPoint[] => {
    const minutes = minutesOf(point, measure)
    if (minutes === null) return []
    const atMs = Date.parse(point.createdAt)
    const words = [
      minutesText(minutes),
      nameOf(point),
      point.services[0] ?? '',
      formatTime(atMs, 'date-time', timeZone),
    ]
    return [{ key: point.id, atMs, value: minutes, words }]
  })
  const largest = Math.max(
    0,
    line?.startMinutes ?? 0,
    line?.endMinutes ?? 0,
    ...points.map(({ value }) => value),
  )
  return (
    <ChartFigure
      title={title}
      summary={recoverySummary(table, measure)}
      note={
        <Segmented
          label="Which time"
          options={[
            { value: 'recovery', label: 'Recovery' },
            { value: 'detection', label: 'Detection' },
          ]}
          value={measure}
          onChange={(chosen) => onChange({ measure: chosen })}
        />
      }
      show={view.figures}
      onShow={(figures) => onChange({ figures })}
      onZoomOut={zoomOut(view, recoveryCodec, onChange)}
      onDownload={() => downloadCsv(`time-to-${measure}.csv`, csvHeader, table.points.map(csvRow))}
      image={{
        fileName: `time-to-${measure}`,
        selection: selectionWords(view, table.periods),
        dataUpTo: table.dataUpTo,
      }}
      table={
        <DataTable
          caption={title}
          columns={columns}
          rows={table.points}
          rowKey={({ id }) => id}
          density="dense"
        />
      }
    >
      {({ titleId, summaryId }) => (
        <PeriodPlot
          titleId={titleId}
          summaryId={summaryId}
          periods={table.periods.map(plotPeriod)}
          points={points}
          axis={minutesAxis(largest)}
          tickLabel={minutesText}
          onZoom={(range) => onChange({ range })}
          trend={
            line === null
              ? undefined
              : {
                  fromMs: Date.parse(line.fromAt),
                  from: line.startMinutes,
                  toMs: Date.parse(line.toAt),
                  to: line.endMinutes,
                  label: lineDirection(line),
                }
          }
          renderPoint={({ key }, place) => (
            <IncidentPlace key={key} url={urls.get(key) ?? null} place={place} />
          )}
        />
      )}
    </ChartFigure>
  )
}

/** Into the on-call tool where the incident's address is known; else the point only says what it is. */
function IncidentPlace({ url, place }: Readonly<{ url: string | null; place: PointPlace }>) {
  if (url === null) return <button type="button" {...place} />
  return (
    <a href={url} target="_blank" rel="noreferrer" {...place}>
      <VisuallyHidden>{place['aria-label']}</VisuallyHidden>
    </a>
  )
}

function minutesOf(
  { recoveryMinutes, detectionMinutes }: Point,
  measure: RecoveryView['measure'],
): number | null {
  return measure === 'recovery' ? recoveryMinutes : detectionMinutes
}

function nameOf({ id, title }: Point): string {
  return title ?? id
}

const columns: readonly Column<Point>[] = [
  { id: 'created', header: 'Created', cell: ({ createdAt }) => <Time at={createdAt} form="date-time" /> },
  { id: 'incident', header: 'Incident', cell: nameOf, isRowHeader: true },
  {
    id: 'recovery',
    header: 'To recovery',
    align: 'end',
    cell: (point) => minutesText(point.recoveryMinutes),
  },
  {
    id: 'detection',
    header: 'To detection',
    align: 'end',
    cell: ({ detectionMinutes }) =>
      detectionMinutes === null ? (
        <Absent reason="Nobody noted when it began or was seen" />
      ) : (
        minutesText(detectionMinutes)
      ),
  },
]

const csvHeader = ['incident', 'title', 'services', 'created', 'recovery minutes', 'detection minutes']

function csvRow({ id, title, services, createdAt, recoveryMinutes, detectionMinutes }: Point) {
  return [id, title, services.join(' '), createdAt, recoveryMinutes, detectionMinutes]
}
