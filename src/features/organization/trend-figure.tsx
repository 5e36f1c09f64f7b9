import { useEffect, type ReactNode } from 'react'

import { ChartFigure, type ChartShow } from '../../charts/chart-figure.tsx'
import type { CsvValue } from '../../domain/csv-field.ts'
import { Absent } from '../../ui/absent.tsx'
import { downloadCsv } from '../../ui/csv.ts'
import { later } from '../../ui/later.tsx'
import styles from './small-plot.module.css'
import type { TrendRow } from './trend-table.tsx'
import type { TrendWords } from './trend-words.ts'

const TrendTable = later(async () => (await import('./trend-table.tsx')).TrendTable)

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
  useEffect(() => TrendTable.preload(), [])
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
        <TrendTable caption={of.title} valueHeader={of.valueHeader} moreHeader={of.moreHeader} rows={rows} />
      }
    >
      {children}
    </ChartFigure>
  )
}
