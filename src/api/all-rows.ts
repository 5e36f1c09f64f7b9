/** The most rows one request may ask for. */
const PAGE_ROWS = 500

type PageRequest = Readonly<{ limit: number; cursor?: string }>
type Page<Row> = Readonly<{ items: readonly Row[]; totalCount: number; nextCursor: string | null }>

/** Rows as they come, and how many there will be. */
export type RowsRead<Row> = Readonly<{ rows: readonly Row[]; totalCount: number }>

/** Every row of a list, for a file rather than a screen: page after page, until there is none or nobody asks on. */
export async function* allRows<Row>(
  readPage: (page: PageRequest) => Promise<Page<Row>>,
): AsyncGenerator<RowsRead<Row>> {
  let cursor: string | null = null
  do {
    const page: Page<Row> = await readPage({ limit: PAGE_ROWS, ...(cursor !== null && { cursor }) })
    yield { rows: page.items, totalCount: page.totalCount }
    cursor = page.nextCursor
  } while (cursor !== null)
}
