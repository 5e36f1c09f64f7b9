import { csvPath } from '../../../src/contract/csv.ts'
import { operations, type CsvOperationId } from '../../../src/contract/operations.ts'
import { csvLines, type CsvValue } from '../../../src/domain/csv-field.ts'
import { allItems, type apiClient } from '../../testing/api-client.ts'
import { csvTables } from '../csv-tables.ts'

type Client = Pick<ReturnType<typeof apiClient>, 'api' | 'read'>
export type Query = Readonly<Record<string, string>>

export async function fileOf({ api }: Client, id: CsvOperationId, query: Query = {}) {
  const response = await api.request(`${csvPath(operations[id])}?${new URLSearchParams(query).toString()}`)
  return {
    response,
    text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer()),
  }
}

type Page = Readonly<{ items: readonly unknown[]; nextCursor: string | null }>
/** Which list it is does not matter for putting it together. */
type AnyTable = Readonly<{
  headerOf(page: Page): readonly string[]
  rowOf(row: unknown): readonly CsvValue[]
}>

/** The list page by page, written as a file. */
export async function written(client: Client, id: CsvOperationId, query: Query = {}): Promise<string> {
  const { headerOf, rowOf } = csvTables[id] as AnyTable
  const pages: Page[] = []
  const items = await allItems(async (cursor) => {
    const page: Page = await client.read(id, { ...query, limit: 40, ...cursor })
    pages.push(page)
    return page
  })
  return `\ufeff${csvLines([...pages.slice(0, 1).map(headerOf), ...items.map(rowOf)])}`
}
