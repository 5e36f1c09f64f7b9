import { csvPath } from '../../src/contract/csv.ts'
import { operations, type CsvOperationId, type QueryOf } from '../../src/contract/operations.ts'
import type { ApiContext, Route } from '../context.ts'
import { csvAnswer } from './csv-answer.ts'
import { chosenColumns } from './chosen-columns.ts'
import { csvTables, type CsvTable } from './csv-tables.ts'

/** As many rows as one request for a page may ask for. */
const ROWS_AT_ONCE = 500

type Asked<Id extends CsvOperationId> = Readonly<{
  route: Route<Id>
  query: QueryOf<Id>
  /** Of the page's table, comma-separated; undefined for all that there is. */
  columns: string | undefined
}>

/** The pages of a list one after the other; the context has one moment for all of them. */
export async function listAsCsv<Id extends CsvOperationId>(
  id: Id,
  { route, query, columns }: Asked<Id>,
  context: ApiContext,
): Promise<Response> {
  const table: CsvTable<Id> = csvTables[id]
  const readPage = async (cursor?: string) =>
    route(
      {
        params: {},
        query: { ...query, limit: ROWS_AT_ONCE, ...(cursor !== undefined && { cursor }) },
        body: undefined,
      } as Parameters<Route<Id>>[0],
      context,
    )
  const first = await readPage()
  return csvAnswer({
    fileName: csvPath(operations[id]).split('/').at(-1) ?? 'list.csv',
    ...chosenColumns(id, table, first, columns),
    first,
    readPage,
    report: context.deps.report,
  })
}
