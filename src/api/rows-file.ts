import type { CsvOperationId, Operation, QueryOf } from '../contract/operations.ts'
import { csvPath } from '../contract/csv.ts'
import type { RowsRead } from './all-rows.ts'
import { addressWith } from './http.ts'

/** A list as a file, which the server writes. */
export type ServedFile = Readonly<{ fileName: string; address: string }>

/** And how to read its rows, for what is made of them here. */
export type RowsFile<Row> = ServedFile &
  Readonly<{ readAll: (signal: AbortSignal) => AsyncIterable<RowsRead<Row>> }>

type Listing<Id extends CsvOperationId> = Readonly<Record<Id, Pick<Operation, 'path'>>>

/** Where the rows of a list are to be had as a file, filtered and sorted as they are asked for here. */
export function csvAddress<Id extends CsvOperationId>(
  operations: Listing<Id>,
  id: Id,
  query: Omit<QueryOf<Id>, 'cursor' | 'limit'>,
): string {
  return addressWith(csvPath(operations[id]), {}, query as Readonly<Record<string, string>>)
}

/** With the columns that are in sight where somebody chose them; else with all that the server has of each row. */
export function inColumns<File extends ServedFile>(
  file: File,
  choice: readonly unknown[],
  columns: readonly Readonly<{ id: string }>[],
): File {
  if (choice.length === 0) return file
  const { address } = file
  const names = columns.map(({ id }) => id).join(',')
  return { ...file, address: `${address}${address.includes('?') ? '&' : '?'}columns=${names}` }
}
