import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'

import {
  BACKUP_FORMAT,
  BACKUP_VERSION,
  backedUpTables,
  type BackupCounts,
  type BackupHead,
  type BackupLine,
} from './backup-format.ts'
import { loadBuckets, withKeyBuiltLast } from './bucket-loader.ts'
import { loadFineBuckets, loadRolledUpHours } from './fine-bucket-loader.ts'
import { unknownMigrations } from './migrate.ts'
import { noteRecordsOfOld } from './migrations/0019-former-records.ts'
import { isUnfilled } from './seed.ts'
import { lockUntilEnd, numbersFromText, type Sql } from './sql.ts'

/** Into a store that was migrated and never filled; all of the backup or nothing. */
export function restore(sql: Sql, file: string): Promise<BackupCounts> {
  return sql.transaction(async (transaction) => {
    await lockUntilEnd(transaction, 'fill')
    if (!(await isUnfilled(transaction)))
      throw new Error(
        'There are data here already. Restore into a new folder (DATA_DIR) or an empty database (DATABASE_URL).',
      )
    let counts: BackupCounts = { seriesCount: 0, hourCount: 0 }
    let migrations: BackupHead['migrations'] = []
    await withKeyBuiltLast(transaction, async () => {
      await pipeline(createReadStream(file), createGunzip(), async (chunks: AsyncIterable<Buffer>) => {
        const lines = jsonLines(chunks)
        migrations = await readHead(lines)
        counts = await readLines(transaction, lines)
      })
    })
    await completeState(transaction)
    if (!migrations.includes('0019-former-records')) await transaction.script(noteRecordsOfOld)
    return counts
  })
}

/** Of the program that made it. */
async function readHead(lines: AsyncGenerator<unknown>): Promise<BackupHead['migrations']> {
  const head: IteratorResult<unknown> = await lines.next()
  const { value } = head
  refuseUnknownHead(value)
  return value.migrations
}

async function readLines(sql: Sql, lines: AsyncGenerator<unknown>): Promise<BackupCounts> {
  const seriesIds = new Set<number>()
  let hourCount = 0
  let lineCount = 0
  for await (const line of lines as AsyncGenerator<BackupLine>) {
    if ('end' in line) {
      if (line.lines !== lineCount)
        throw new Error(`The backup says it has ${line.lines} lines, but ${lineCount} came`)
      return { seriesCount: seriesIds.size, hourCount }
    }
    lineCount += 1
    if ('table' in line) {
      // The name becomes part of a statement, so it must be one of ours.
      if (!backedUpTables.includes(line.table)) throw new Error(`A backup has no table "${line.table}"`)
      await sql.query(
        `insert into ${line.table} select * from jsonb_populate_recordset(null::${line.table}, $1::jsonb)`,
        [JSON.stringify(line.rows)],
      )
    } else if ('fine' in line) await loadFineBuckets(sql, line)
    else if ('rolledUp' in line) await loadRolledUpHours(sql, line)
    else {
      const buckets = {
        hour: numbersFromText(line.hour),
        good: numbersFromText(line.good),
        total: numbersFromText(line.total),
      }
      await loadBuckets(sql, line.series, buckets)
      seriesIds.add(line.series)
      hourCount += buckets.hour.length
    }
  }
  throw new Error('The backup was cut short: its last line is missing')
}

function refuseUnknownHead(head: unknown): asserts head is BackupHead {
  const isOurs =
    typeof head === 'object' && head !== null && 'format' in head && head.format === BACKUP_FORMAT
  if (!isOurs) throw new Error('This file is no backup of SRE Indicators')
  const { version, migrations } = head as BackupHead
  const unknown = unknownMigrations(migrations)
  if (version !== BACKUP_VERSION || unknown.length > 0)
    throw new Error('The backup was made by a newer version of this program; restore it with that version')
}

async function* jsonLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<unknown> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield parsed(line)
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw new Error('This file is no backup of SRE Indicators, or it was damaged')
  }
}

async function completeState(sql: Sql): Promise<void> {
  // New series and endpoints go on numbering after those that came with their numbers.
  await sql.script(`
    select setval(pg_get_serial_sequence('series', 'id'), coalesce(max(id), 0) + 1, false) from series;
    select setval(pg_get_serial_sequence('measured_endpoint', 'id'), coalesce(max(id), 0) + 1, false)
      from measured_endpoint;
    select setval(pg_get_serial_sequence('catalog_change', 'id'), coalesce(max(id), 0) + 1, false) from catalog_change;
    select setval(pg_get_serial_sequence('former_catalog_row', 'id'), coalesce(max(id), 0) + 1, false)
      from former_catalog_row;
    select setval(pg_get_serial_sequence('audit_entry', 'id'), coalesce(max(id), 0) + 1, false) from audit_entry;
    select setval(pg_get_serial_sequence('entry', 'id'), coalesce(max(id), 0) + 1, false) from entry;
    select setval(pg_get_serial_sequence('data_extent', 'id'), coalesce(max(id), 0) + 1, false) from data_extent;
    select setval(pg_get_serial_sequence('bucket_restatement', 'id'), coalesce(max(id), 0) + 1, false)
      from bucket_restatement;
    select setval(pg_get_serial_sequence('endpoint_restatement', 'id'), coalesce(max(id), 0) + 1, false)
      from endpoint_restatement;
    select setval(pg_get_serial_sequence('former_record', 'id'), coalesce(max(id), 0) + 1, false) from former_record;
    update series set up_to_hour = (select max(hour) + 1 from bucket where series_id = series.id);
    -- Counted anew from here.
    update late_change set change = 0;
    update former_late_change set change = 0;
    update store_state set revision = revision + 1, catalog_revision = catalog_revision + 1,
      from_hour = (select min(hour) from bucket), up_to_hour = (select max(hour) + 1 from bucket);
    -- A backup of an older version says nothing of what had been told.
    insert into data_extent (at, from_hour, up_to_hour, new_up_to_hour)
      select now(), from_hour, up_to_hour, up_to_hour from store_state
      where up_to_hour is not null and not exists (select from data_extent)`)
}
