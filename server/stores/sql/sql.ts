type SqlValue = string | number | boolean | null

/**
 * All that the store asks of a database, the same for both hosts. Arrays are passed as text (`intArray`) and rows as JSON,
 * whole numbers beyond 32 bits are read as text or float8: drivers differ in everything else.
 */
export type Sql = Readonly<{
  query<Row extends object>(text: string, values?: readonly SqlValue[]): Promise<readonly Row[]>
  /** Several statements without values. */
  script(text: string): Promise<void>
  /** A `copy … from` with its rows in binary: a million of them in the time in which statements insert a few hundred thousand. */
  copyIn(target: string, rows: Uint8Array<ArrayBuffer>): Promise<void>
  /**
   * All or nothing. Inside another transaction it is part of that one. Only the `Sql` handed to `work` may be used until it
   * ends: the embedded host has a single connection, and another would wait for it for good.
   */
  transaction<Value>(work: (sql: Sql) => Promise<Value>): Promise<Value>
}>

/** Held by one process on the database until it lets go, or is gone. */
export type HeldLock = Readonly<{
  /** Aborted when the database may have given it to another. */
  lost: AbortSignal
  release(): Promise<void>
}>

export type SqlHost = Sql &
  Readonly<{
    /** For what nobody waits for and what may take hours: migrations, filling, summing up, backups. Nothing is cut off here. */
    forJobs: Sql
    /** Null while another process holds it. */
    tryHold(lock: 'collector'): Promise<HeldLock | null>
    close(): Promise<void>
  }>

/** Postgres' own notation of an array of whole numbers, to be cast in SQL: `$1::bigint[]`. */
export function intArray(values: ArrayLike<number>): string {
  return `{${Array.prototype.join.call(values, ',')}}`
}

/** The inverse of `string_agg(column::text, ',')`, by the fastest reader of numbers there is: pages wait for millions. */
export function numbersFromText(text: string): Float64Array {
  return Float64Array.from(JSON.parse(`[${text}]`) as number[])
}

/** Serializes what must not run twice at the same time, across every server on the database, until the transaction ends. */
export async function lockUntilEnd(sql: Sql, lock: keyof typeof advisoryLocks): Promise<void> {
  await sql.query('select pg_advisory_xact_lock($1, $2)', [LOCK_SPACE, advisoryLocks[lock]])
}

/** Any number that other applications on the same database are unlikely to use. */
export const LOCK_SPACE = 0x53_52_45
export const advisoryLocks = {
  migration: 1,
  partition: 2,
  fill: 3,
  catalog: 4,
  collector: 5,
  incident: 6,
  endpoints: 7,
  ticket: 8,
  reported_rotation: 9,
  reported_breach: 10,
  release: 11,
  build: 12,
  entry: 13,
} as const

export async function onlyRow<Row extends object>(rows: Promise<readonly Row[]>): Promise<Row> {
  const [row] = await rows
  if (row === undefined) throw new Error('A query that always gives a row gave none')
  return row
}
