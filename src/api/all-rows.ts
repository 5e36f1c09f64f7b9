/** The most rows one request may ask for. */
const PAGE_ROWS = 500

type PageRequest = Readonly<{ limit: number; cursor?: string }>
type Page<Row> = Readonly<{ items: readonly Row[]; nextCursor: string | null }>

/** Every row of a list, for a file rather than a screen: page after page, until there is none. */
export async function allRows<Row>(
  readPage: (page: PageRequest) => Promise<Page<Row>>,
): Promise<readonly Row[]> {
  const rows: Row[] = []
  let cursor: string | null = null
  do {
    const page: Page<Row> = await readPage({ limit: PAGE_ROWS, ...(cursor !== null && { cursor }) })
    rows.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== null)
  return rows
}
