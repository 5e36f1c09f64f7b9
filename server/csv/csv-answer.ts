import { ROW_COUNT_HEADER } from '../../src/contract/csv.ts'
import { csvLines, type CsvValue } from '../../src/domain/csv-field.ts'

/** Without the mark Excel reads UTF-8 as the machine's own code page. */
const BYTE_ORDER_MARK = '\ufeff'

type Page<Row> = Readonly<{ items: readonly Row[]; totalCount: number; nextCursor: string | null }>

type CsvSource<Row> = Readonly<{
  fileName: string
  header: readonly string[]
  rowOf: (row: Row) => readonly CsvValue[]
  /** Read before anything is answered, so that what is wrong with the question can still be refused. */
  first: Page<Row>
  readPage: (cursor: string) => Promise<Page<Row>>
  report: (error: unknown) => void
}>

/** All rows of a list as a file that is sent as it is read: a page is asked for when the one before it has been taken. */
export function csvAnswer<Row>(source: CsvSource<Row>): Response {
  const { fileName, header, first, readPage, report } = source
  const lines = linesOf(source)
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await lines.next()
          if (done) controller.close()
          else controller.enqueue(encoder.encode(value))
        } catch (error) {
          // The answer is under way: all that is left is to break it off, so that nobody takes half a file for a whole one.
          report(error)
          controller.error(error)
        }
      },
      cancel: async () => void (await lines.return(undefined)),
    },
    { highWaterMark: 0 },
  )
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'private, no-cache',
      [ROW_COUNT_HEADER]: String(first.totalCount),
    },
  })

  async function* linesOf({ rowOf }: CsvSource<Row>): AsyncGenerator<string, undefined> {
    yield BYTE_ORDER_MARK + csvLines([header, ...first.items.map(rowOf)])
    for (let cursor = first.nextCursor; cursor !== null;) {
      const page = await readPage(cursor)
      yield csvLines(page.items.map(rowOf))
      cursor = page.nextCursor
    }
    return undefined
  }
}
