import type { CsvOperationId, ResponseOf } from '../../src/contract/operations.ts'
import { isTable, tableColumns } from '../../src/contract/table-columns.ts'
import type { CsvValue } from '../../src/domain/csv-field.ts'
import { didYouMean } from '../closest-names.ts'
import { invalidParameter } from '../problem.ts'
import type { CsvTable } from './csv-tables.ts'
import { tableHeaders, type OnlyChosen } from './table-headers.ts'

type Columns<Row> = Readonly<{ header: readonly string[]; rowOf: (row: Row) => readonly CsvValue[] }>
type Row<Id extends CsvOperationId> = ResponseOf<Id>['items'][number]

/** Those of the whole file, or of the columns that are asked for, in that order. */
export function chosenColumns<Id extends CsvOperationId>(
  id: Id,
  table: CsvTable<Id>,
  page: ResponseOf<Id>,
  columns: string | undefined,
): Columns<Row<Id>> {
  const header = table.headerOf(page)
  if (columns === undefined) return { header, rowOf: table.rowOf }
  const headers = headersOf<Row<Id>>(id, page)
  const chosen = columns.split(',').flatMap((column) => {
    const found = headers.get(column)
    if (found !== undefined) return found
    const hint = didYouMean(column, headers.keys())
    throw invalidParameter('columns', columns, {
      detail: `This table has no column "${column}"`,
      allowed: [...headers.keys()],
      ...(hint !== undefined && { hint }),
    })
  })
  const places = chosen.map((one) => (typeof one === 'string' ? placeOf(header, one) : one))
  return {
    header: chosen.map((one) => (typeof one === 'string' ? one : one.header)),
    rowOf: (row) => {
      const values = table.rowOf(row)
      return places.map((one) => (typeof one === 'number' ? (values[one] ?? null) : one.valueOf(row)))
    },
  }
}

type Named = Readonly<{ id: string }>
type OfColumn<Item> = readonly (string | OnlyChosen<Item>)[]
type Entry<Item> = [column: string, headers: OfColumn<Item>]
type Headers<Item> = ReadonlyMap<string, OfColumn<Item>>
type AnyHeaders<Item> = Readonly<{
  of: Readonly<Record<string, OfColumn<Item>>>
  ofPeriod?: (id: string) => readonly string[]
}>

function headersOf<Item>(id: CsvOperationId, page: object): Headers<Item> {
  if (!isTable(id)) return new Map()
  // Rows and columns come from the same entry; the compiler cannot see that through the lookup.
  const { of, ofPeriod } = tableHeaders[id] as unknown as AnyHeaders<Item>
  const periods = ofPeriod !== undefined && 'periods' in page ? (page.periods as readonly Named[]) : []
  return new Map([
    ...tableColumns[id].map((column): Entry<Item> => [column, of[column] ?? []]),
    ...periods.map((period): Entry<Item> => [period.id, ofPeriod?.(period.id) ?? []]),
  ])
}

function placeOf(header: readonly string[], name: string): number {
  const place = header.indexOf(name)
  if (place === -1) throw new Error(`The file has no column "${name}"`)
  return place
}
