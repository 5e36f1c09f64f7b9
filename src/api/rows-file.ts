import type { CsvValue } from '../domain/csv-field.ts'
import type { RowsRead } from './all-rows.ts'

/** A list as a file: what stands in it, and how to read all of its rows. */
export type RowsFile<Row> = Readonly<{
  fileName: string
  header: readonly string[]
  rowOf: (row: Row) => readonly CsvValue[]
  readAll: (signal: AbortSignal) => AsyncIterable<RowsRead<Row>>
}>
