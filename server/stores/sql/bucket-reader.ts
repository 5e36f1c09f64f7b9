import type { Buckets } from '../../../src/domain/buckets.ts'
import type { Hour } from '../../../src/domain/hours.ts'
import { intArray, numbersFromText, type Sql } from './sql.ts'

export type ReadBuckets = (seriesId: number, fromHour: Hour, toHour: Hour) => Promise<Buckets>

type Waiting = Readonly<{
  seriesId: number
  resolve: (buckets: Buckets) => void
  reject: (reason: unknown) => void
}>

type Row = Readonly<{ seriesId: number; hour: string; good: string; total: string }>

const noBuckets: Buckets = { hour: [], good: [], total: [] }

/** A list reads hundreds of series over the same hours: those asked for in one turn of the event loop are one query. */
export function createBucketReader(sql: Sql): ReadBuckets {
  let waiting = new Map<string, Waiting[]>()

  function flush(): void {
    const spans = waiting
    waiting = new Map()
    for (const [span, asked] of spans) {
      readTogether(sql, span, asked).catch((error: unknown) => {
        for (const { reject } of asked) reject(error)
      })
    }
  }

  return (seriesId, fromHour, toHour) =>
    new Promise((resolve, reject) => {
      if (waiting.size === 0) setImmediate(flush)
      const span = `${fromHour} ${toHour}`
      waiting.set(span, [...(waiting.get(span) ?? []), { seriesId, resolve, reject }])
    })
}

async function readTogether(sql: Sql, span: string, asked: readonly Waiting[]): Promise<void> {
  const [fromHour = 0, toHour = 0] = span.split(' ').map(Number)
  const rows = await sql.query<Row>(
    `select series_id as "seriesId",
      string_agg(hour::text, ',' order by hour) as hour,
      string_agg(good::text, ',' order by hour) as good,
      string_agg(total::text, ',' order by hour) as total
    from bucket
    where series_id = any($1::int[]) and hour >= $2 and hour < $3
    group by series_id`,
    [intArray(asked.map(({ seriesId }) => seriesId)), fromHour, toHour],
  )
  const bySeries = new Map(rows.map((row) => [row.seriesId, bucketsOf(row)]))
  for (const { seriesId, resolve } of asked) resolve(bySeries.get(seriesId) ?? noBuckets)
}

function bucketsOf({ hour, good, total }: Row): Buckets {
  return { hour: numbersFromText(hour), good: numbersFromText(good), total: numbersFromText(total) }
}
