import { PGlite, type Transaction } from '@electric-sql/pglite'

import { DurableFiles, durableParams, isNewDatabase, syncFolder } from './durable-files.ts'
import type { Sql, SqlHost } from './sql.ts'

/** What is logged and not yet in its place is what a start after a crash has to repeat, and takes room on disk. */
const MOST_LOG = '128MB'
/** Nobody reads the log from outside, so what is loaded into a new table need not be written twice. */
const logParams = [
  ['max_wal_size', MOST_LOG],
  ['min_wal_size', '32MB'],
  ['wal_level', 'minimal'],
  ['max_wal_senders', '0'],
].flatMap(([name, value]) => ['-c', `${name}=${value}`])

/** PostgreSQL inside this process. Without a folder it lives in memory, begins with a dump and is gone with the process. */
export async function openPglite(place: string | Blob): Promise<SqlHost> {
  const db = await (typeof place === 'string' ? openInFolder(place) : openInMemory(place))
  const sql: Sql = {
    ...queriesOf(db),
    transaction: (work) => db.transaction((transaction) => work(withinTransaction(transaction))),
  }
  return {
    ...sql,
    // One connection serves all, and what runs on it cannot be stopped from within the same process.
    forJobs: sql,
    // The database lives in this process, so there is no other.
    tryHold: async () => ({ lost: new AbortController().signal, release: async () => undefined }),
    close: () => db.close(),
  }
}

function openInMemory(loadDataDir: Blob): Promise<PGlite> {
  return PGlite.create({ loadDataDir, startParams: [...PGlite.defaultStartParams, ...logParams] })
}

/** A commit is on disk when it is acknowledged. */
async function openInFolder(folder: string): Promise<PGlite> {
  const isNew = isNewDatabase(folder)
  const safeDefaults = PGlite.defaultStartParams.filter((param) => param !== NO_FSYNC)
  const db = await PGlite.create({
    fs: new DurableFiles(folder),
    startParams: [...safeDefaults, ...logParams, ...durableParams],
  })
  if (isNew) await syncFolder(folder)
  return db
}

const NO_FSYNC = '-F'

type Queries = Pick<Sql, 'query' | 'script' | 'copyIn'>

function queriesOf(db: Pick<Transaction, 'query' | 'exec'>): Queries {
  return {
    async query<Row extends object>(text: string, values: Parameters<Sql['query']>[1] = []) {
      const { rows } = await db.query<Row>(text, [...values])
      return rows
    },
    async script(text) {
      await db.exec(text)
    },
    async copyIn(target, rows) {
      await db.query(`copy ${target} from '/dev/blob' (format binary)`, [], { blob: new Blob([rows]) })
    },
  }
}

function withinTransaction(transaction: Transaction): Sql {
  const sql: Sql = { ...queriesOf(transaction), transaction: (work) => work(sql) }
  return sql
}
