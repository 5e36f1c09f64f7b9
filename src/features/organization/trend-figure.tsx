import type { ReactNode } from 'react'

import { ChartFigure, type ChartShow } from '../../charts/chart-figure.tsx'
import type { CsvValue } from '../../domain/csv-field.ts'
import { Absent } from '../../ui/absent.tsx'
import { downloadCsv } from '../../ui/csv.ts'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import styles from './small-plot.module.css'
import type { TrendWords } from './trend-words.ts'

type TrendRow = Readonly<{ id: string; name: string; value: string | null; reason: string; more: string }>

export type TrendFigureProps = Readonly<{
  title: string
  /** The title as a link to the indicator that the figures come from. */
  heading: ReactNode
  words: TrendWords
  /** Why there is no figure, where there is none. */
  absentReason: string
  fileName: string
  valueHeader: string
  moreHeader: string
  rows: readonly TrendRow[]
  selection: string
  dataUpTo: string
  show: ChartShow
  onShow: (show: ChartShow) => void
  children: (ids: Readonly<{ titleId: string; summaryId: string }>) => ReactNode
}>

/** One of the smaller graphs: its figure of the period reported on stands beside its name. */
export function TrendFigure({ words, absentReason, rows, children, ...of }: TrendFigureProps) {
  const columns: readonly Column<TrendRow>[] = [
    { id: 'period', header: 'Period', cell: ({ name }) => name, isRowHeader: true },
    {
      id: 'value',
      header: of.valueHeader,
      align: 'end',
      cell: ({ value, reason }) => value ?? <Absent reason={reason} />,
    },
    { id: 'more', header: of.moreHeader, align: 'end', cell: ({ more }) => more },
  ]
  const csvRows = rows.map(({ id, value, more }): readonly CsvValue[] => [id, value, more])
  return (
    <ChartFigure
      title={of.title}
      heading={of.heading}
      note={
        <>
          <b className={styles['figure']}>{words.figure ?? <Absent reason={absentReason} />}</b>
          {words.against}
        </>
      }
      summary={words.summary}
      show={of.show}
      onShow={of.onShow}
      isCompact
      onDownload={() => downloadCsv(`${of.fileName}.csv`, ['period', of.valueHeader, of.moreHeader], csvRows)}
      image={{ fileName: of.fileName, selection: of.selection, dataUpTo: of.dataUpTo }}
      table={
        <DataTable caption={of.title} columns={columns} rows={rows} rowKey={({ id }) => id} density="dense" />
      }
    >
      {children}
    </ChartFigure>
  )
}
