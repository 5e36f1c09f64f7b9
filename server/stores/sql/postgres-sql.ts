import { Pool, type PoolClient } from 'pg'

import { StoreUnavailableError } from '../../ports.ts'
import { copyFromStdin } from './postgres-copy.ts'
import { holdPostgresLock } from './postgres-lock.ts'
import type { Sql, SqlHost } from './sql.ts'

const MOST_CONNECTIONS = 10
/** A page that waits longer is better told that the store does not answer. */
const CONNECT_TIMEOUT_MS = 5_000
const OLDEST_VERSION = 150_000

type PostgresOptions = Readonly<{
  /** Connections that break while nobody uses them are replaced; this is where the reason goes. */
  report: (error: unknown) => void
}>

export async function openPostgres(url: string, { report }: PostgresOptions): Promise<SqlHost> {
  const pool = new Pool({
    connectionString: url,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: 'sre-indicators',
  })
  pool.on('error', report)
  const host: SqlHost = {
    ...queriesOf(pool),
    copyIn: (target, rows) => inTransaction(pool, (sql) => sql.copyIn(target, rows)),
    transaction: (work) => inTransaction(pool, work),
    tryHold: (lock) => reached(holdPostgresLock(url, lock)),
    close: () => pool.end(),
  }
  try {
    await refuseOldVersion(host)
  } catch (error) {
    await pool.end()
    throw error
  }
  return host
}

type Queries = Pick<Sql, 'query' | 'script'>

function queriesOf(db: Pick<Pool | PoolClient, 'query'>): Queries {
  return {
    async query<Row extends object>(text: string, values: Parameters<Sql['query']>[1] = []) {
      const { rows } = await reached(db.query<Row>(text, [...values]))
      return rows
    },
    async script(text) {
      await reached(db.query(text))
    },
  }
}

async function inTransaction<Value>(pool: Pool, work: (sql: Sql) => Promise<Value>): Promise<Value> {
  const client = await reached(pool.connect())
  const sql: Sql = {
    ...queriesOf(client),
    copyIn: (target, rows) => reached(copyFromStdin(client, target, rows)),
    transaction: (inner) => inner(sql),
  }
  // Whatever waits on a connection that breaks is refused; nobody listening to the event itself would end the process.
  const ignore = () => undefined
  client.on('error', ignore)
  try {
    await sql.script('begin')
    const value = await work(sql)
    await sql.script('commit')
    client.release()
    return value
  } catch (error) {
    // A connection that cannot even roll back is not given to anyone else.
    await client.query('rollback').then(
      () => client.release(),
      (broken: Error) => client.release(broken),
    )
    throw error
  } finally {
    client.off('error', ignore)
  }
}

async function refuseOldVersion(sql: Sql): Promise<void> {
  const [row] = await sql.query<{ version: number }>(
    "select current_setting('server_version_num')::int as version",
  )
  const version = row?.version ?? 0
  if (version < OLDEST_VERSION)
    throw new Error(
      `The database is PostgreSQL ${Math.floor(version / 10_000)}; at least ${OLDEST_VERSION / 10_000} is needed`,
    )
}

/** Class 08 is a lost connection, 53 means that the server is out of something, 57P0x that it is shutting down or starting. */
const unavailableCode = /^(?:08|53|57P0|ECONN|ENOTFOUND|ETIMEDOUT|EAI_|EPIPE|EHOSTUNREACH)/

/** Tells a database that is away from one that refuses what it is asked. */
async function reached<Value>(answer: Promise<Value>): Promise<Value> {
  try {
    return await answer
  } catch (error) {
    if (isUnavailable(error))
      throw new StoreUnavailableError(`The database does not answer: ${messageOf(error)}`, { cause: error })
    throw error
  }
}

function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && typeof error.code === 'string') return unavailableCode.test(error.code)
  return /connection terminated|not queryable|timeout exceeded when trying to connect/i.test(error.message)
}

/** A refused connection to a name with several addresses has its reasons inside and no message of its own. */
function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join('; ')
  return error instanceof Error ? error.message : String(error)
}
