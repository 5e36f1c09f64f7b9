import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

import {
  BACKUP_FORMAT,
  BACKUP_VERSION,
  backedUpTables,
  type BackupCounts,
  type BackupHead,
  type BackupLine,
  type BucketLine,
  type FineLine,
  type RolledUpLine,
} from './backup-format.ts'
import { appliedMigrations } from './migrate.ts'
import type { Sql } from './sql.ts'

/** About a year: no line grows with the age of the store. */
const HOURS_A_LINE = 8_760
const ROWS_A_LINE = 1_000

/**
 * Everything the store holds at one moment, as lines of JSON, compressed. Servers may write meanwhile. The file appears
 * under its name only when it is whole.
 */
export async function backUp(sql: Sql, file: string): Promise<BackupCounts> {
  const draft = `${file}.part`
  const counts = { seriesCount: 0, hourCount: 0 }
  try {
    await sql.transaction(async (transaction) => {
      await transaction.script('set transaction isolation level repeatable read')
      await pipeline(
        Readable.from(textOf(linesOf(transaction, counts))),
        createGzip({ level: 6 }),
        createWriteStream(draft, { flush: true }),
      )
    })
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
  return counts
}

async function* textOf(lines: AsyncIterable<object>): AsyncGenerator<string> {
  for await (const line of lines) yield `${JSON.stringify(line)}\n`
}

type Counting = { seriesCount: number; hourCount: number }

async function* linesOf(sql: Sql, counts: Counting): AsyncGenerator<BackupHead | BackupLine> {
  let lines = 0
  yield { format: BACKUP_FORMAT, version: BACKUP_VERSION, migrations: await appliedMigrations(sql) }
  for await (const line of tableLines(sql)) {
    lines += 1
    yield line
  }
  for await (const line of bucketLines(sql, counts)) {
    lines += 1
    yield line
  }
  for await (const line of fineLines(sql)) {
    lines += 1
    yield line
  }
  yield { end: true, lines }
}

/** By cursor: no table is held in memory, however long it has grown. */
async function* tableLines(sql: Sql): AsyncGenerator<BackupLine> {
  for (const table of backedUpTables) {
    await sql.script(
      `declare backup_rows no scroll cursor for select to_jsonb(${table}) as row from ${table}`,
    )
    for (let rows = await nextRows(sql); rows.length > 0; rows = await nextRows(sql)) {
      yield { table, rows: rows.map(({ row }) => row) }
    }
    await sql.script('close backup_rows')
  }
}

function nextRows(sql: Sql): Promise<readonly Readonly<{ row: object }>[]> {
  return sql.query<{ row: object }>(`fetch ${ROWS_A_LINE} from backup_rows`)
}

async function* bucketLines(sql: Sql, counts: Counting): AsyncGenerator<BucketLine> {
  for (const { id } of await sql.query<{ id: number }>('select id from series order by id')) {
    counts.seriesCount += 1
    const parts = await sql.query<BucketLine & { count: number }>(
      `select series_id as series, count(*)::int as count,
        string_agg(hour::text, ',' order by hour) as hour,
        string_agg(good::text, ',' order by hour) as good,
        string_agg(total::text, ',' order by hour) as total
      from bucket where series_id = $1 group by series_id, hour / ${HOURS_A_LINE} order by hour / ${HOURS_A_LINE}`,
      [id],
    )
    for (const { series, count, hour, good, total } of parts) {
      counts.hourCount += count
      yield { series, hour, good, total }
    }
  }
}

/** Some days of each series are one line. Summaries are not carried: they are made anew of what is. */
async function* fineLines(sql: Sql): AsyncGenerator<FineLine | RolledUpLine> {
  for (const { id } of await sql.query<{ id: number }>(
    'select distinct series_id as id from fine_bucket order by id',
  )) {
    yield* await sql.query<FineLine>(
      `select series_id as fine, width,
        string_agg(minute::text, ',' order by minute) as minute,
        string_agg(good::text, ',' order by minute) as good,
        string_agg(total::text, ',' order by minute) as total
      from fine_bucket where series_id = $1 group by series_id, width order by width`,
      [id],
    )
    yield* await sql.query<RolledUpLine>(
      `select series_id as "rolledUp", string_agg(hour::text, ',' order by hour) as hour
      from rolled_up_hour where series_id = $1 group by series_id`,
      [id],
    )
  }
}
