import { Pool, type ClientBase, type PoolClient, type PoolConfig } from 'pg'

import { StoreUnavailableError } from '../../ports.ts'
import { usualLimits, type PostgresLimits } from '../../settings/store-settings.ts'
import { copyFromStdin } from './postgres-copy.ts'
import { holdPostgresLock, noticeSilence } from './postgres-lock.ts'
import type { Sql, SqlHost } from './sql.ts'

const MOST_FOR_REQUESTS = 10
/** No more than there are jobs, each of which does one thing after the other. */
const MOST_FOR_JOBS = 5
/** A silent connection is asked for a sign of life after this long, and given up about ten seconds later. */
const SILENCE_MS = 10_000
/** The database cuts off what takes too long. When it has not even done that after so many times as long, it is gone. */
const GRACE = 1.2
/** A transaction in which nothing happens for so long was forgotten, and holds up whoever wants the same rows. */
const MOST_IDLE_MS = 60_000
const OLDEST_VERSION = 150_000

type PostgresOptions = Readonly<{
  limits?: PostgresLimits
  /** Connections that break while nobody uses them are replaced; this is where the reason goes. */
  report: (error: unknown) => void
}>

export async function openPostgres(
  url: string,
  { report, limits = usualLimits }: PostgresOptions,
): Promise<SqlHost> {
  const { queryTimeoutSeconds, connectTimeoutSeconds } = limits
  const queryMs = queryTimeoutSeconds * 1000
  const usual: PoolConfig = {
    connectionString: url,
    connectionTimeoutMillis: connectTimeoutSeconds * 1000,
    keepAlive: true,
    keepAliveInitialDelayMillis: SILENCE_MS,
  }
  // What a connection is to keep to is said once it is there: poolers refuse what they do not know while connecting.
  const forRequests = poolOf(
    {
      ...usual,
      application_name: 'sre-indicators',
      max: MOST_FOR_REQUESTS,
      query_timeout: Math.ceil(queryMs * GRACE),
    },
    `set statement_timeout = ${queryMs};
    set idle_in_transaction_session_timeout = ${MOST_IDLE_MS};
    ${noticeSilence}`,
    report,
  )
  const forJobs = poolOf(
    { ...usual, application_name: 'sre-indicators jobs', max: MOST_FOR_JOBS },
    noticeSilence,
    report,
  )
  const host: SqlHost = {
    ...sqlOf(forRequests),
    forJobs: sqlOf(forJobs),
    tryHold: (lock) => reached(holdPostgresLock(url, lock)),
    close: async () => void (await Promise.all([forRequests.end(), forJobs.end()])),
  }
  try {
    await refuseOldVersion(host.forJobs)
  } catch (error) {
    await host.close()
    throw error
  }
  return host
}

/** The pool waits for what is said to a new connection, which its own types leave open. */
type IntroducedConfig = PoolConfig & Readonly<{ onConnect: (client: ClientBase) => Promise<unknown> }>

function poolOf(config: PoolConfig, firstWords: string, report: (error: unknown) => void): Pool {
  const introduction = { text: firstWords, query_timeout: config.connectionTimeoutMillis }
  const introduced: IntroducedConfig = { ...config, onConnect: (client) => client.query(introduction) }
  const pool = new Pool(introduced)
  pool.on('error', report)
  return pool
}

function sqlOf(pool: Pool): Sql {
  return {
    ...queriesOf(pool),
    copyIn: (target, rows) => inTransaction(pool, (sql) => sql.copyIn(target, rows)),
    transaction: (work) => inTransaction(pool, work),
  }
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
    if (error instanceof StoreUnavailableError) client.release(error)
    // A connection that cannot even roll back is not given to anyone else.
    else
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

/**
 * Class 08 is a lost connection, 53 means that the server is out of something, 57014 that it took too long, 57P0x that it is
 * shutting down or starting, 25P03 that it ended a transaction in which nothing happened.
 */
const unavailableCode = /^(?:08|53|57014|57P0|25P03|ECONN|ENOTFOUND|ETIMEDOUT|EAI_|EPIPE|EHOSTUNREACH)/

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
  return /connection terminated|not queryable|query read timeout|timeout exceeded when trying to connect/i.test(
    error.message,
  )
}

/** A refused connection to a name with several addresses has its reasons inside and no message of its own. */
function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join('; ')
  return error instanceof Error ? error.message : String(error)
}
