import { afterAll, beforeAll, onTestFinished } from 'vitest'

import { migrate } from '../stores/sql/migrate.ts'
import { openPglite } from '../stores/sql/pglite-sql.ts'
import { openPostgres } from '../stores/sql/postgres-sql.ts'
import type { Sql, SqlHost } from '../stores/sql/sql.ts'
import { makeDatabase, toldDump } from './told-databases.ts'

/** A running database that gives out as many as a test asks for. */
export type TestDatabases = Readonly<{
  /** Nothing in it, not even tables. */
  empty(): Promise<Sql>
  /** The tables of this program and nothing in them, until the file is done. */
  migrated(): Promise<Sql>
  /** The same until the test ends that asks. */
  migratedForTest(): Promise<Sql>
  /** One that was given out, as it was then: for those that try many things in one test. */
  emptied(sql: Sql): Promise<void>
  stop(): Promise<void>
}>

const START_MS = 120_000

/** Those of a host, there before the tests beside the call and gone after them. */
export function databasesOf(start: () => Promise<TestDatabases>): TestDatabases {
  let started: TestDatabases | null = null
  beforeAll(async () => {
    started = await start()
  }, START_MS)
  afterAll(() => started?.stop())
  const running = () => {
    if (started === null) throw new Error('Databases are there only while tests run')
    return started
  }
  return {
    empty: () => running().empty(),
    migrated: () => running().migrated(),
    migratedForTest: () => running().migratedForTest(),
    emptied: (sql) => running().emptied(sql),
    stop: () => running().stop(),
  }
}

type Engine = Readonly<{
  run: (script: string) => Promise<void>
  within: (schema: string) => Promise<Sql>
}>

/** Making a database costs more than most tests over it, and so does making its tables: all files of a process share them. */
let embedded: Promise<SharedDatabases> | null = null
let server: Promise<SharedDatabases> | null = null

const startEmbedded = async (): Promise<TestDatabases> =>
  (await (embedded ??= openEmbedded().then(sharedDatabases))).forFile()

const startServer = async (): Promise<TestDatabases> =>
  (await (server ??= openServer().then(sharedDatabases))).forFile()

async function openEmbedded(): Promise<Engine> {
  const host = await openPglite(await toldDump())
  const within = schemasOf(host)
  return { run: (script) => host.script(script), within: async (schema) => within(schema) }
}

async function openServer(): Promise<Engine> {
  const { url } = await makeDatabase()
  const report = () => undefined
  const root = await openPostgres(url, { report })
  return {
    run: (script) => root.script(script),
    // A busy machine is no reason to cut off what a test asks.
    within: async (schema) =>
      (await openPostgres(`${url}?options=-csearch_path%3D${schema}`, { report })).forJobs,
  }
}

type SharedDatabases = Readonly<{ forFile: () => TestDatabases }>

function sharedDatabases({ run, within }: Engine): SharedDatabases {
  const free: Sql[] = []
  let count = 0
  let kept: Promise<void> | null = null

  async function made(): Promise<Sql> {
    const schema = `test_${(count += 1)}`
    await run(`create schema ${schema}`)
    return within(schema)
  }
  async function cleared(sql: Sql): Promise<Sql> {
    await sql.script(asMigrated)
    return sql
  }
  async function migrated(): Promise<Sql> {
    const used = free.pop()
    if (used !== undefined) return cleared(used)
    const sql = await made()
    await migrate(sql)
    await (kept ??= sql.script(keepAsMigrated))
    return sql
  }
  function forFile(): TestDatabases {
    const held: Sql[] = []
    return {
      empty: made,
      async migrated() {
        const sql = await migrated()
        held.push(sql)
        return sql
      },
      async migratedForTest() {
        const sql = await migrated()
        onTestFinished(() => void free.push(sql))
        return sql
      },
      emptied: async (sql) => void (await cleared(sql)),
      stop: async () => void free.push(...held.splice(0)),
    }
  }
  return { forFile }
}

/** What migrations write is the same for all. */
const keepAsMigrated = `
  create schema as_migrated;
  do $$ declare name text; begin
    for name in select relname from pg_class
      where relnamespace = current_schema::regnamespace and relkind = 'r' and pg_relation_size(oid) > 0
    loop
      execute format('create table as_migrated.%I as table %I', name, name);
    end loop;
  end $$`

/** A table that was never written to has no size. What refuses to be changed or refers to others is a trigger. */
const asMigrated = `
  do $$ declare name text; begin
    set local session_replication_role = replica;
    for name in select relname from pg_class where relnamespace = current_schema::regnamespace and relispartition and relkind = 'r'
    loop
      execute format('drop table %I', name);
    end loop;
    for name in select relname from pg_class
      where relnamespace = current_schema::regnamespace and relkind = 'r' and pg_relation_size(oid) > 0
    loop
      execute format('delete from %I', name);
    end loop;
    for name in select relname from pg_class where relnamespace = 'as_migrated'::regnamespace and relkind = 'r'
    loop
      execute format('insert into %I select * from as_migrated.%I', name, name);
    end loop;
    perform setval(oid::regclass, 1, false) from pg_class
      where relnamespace = current_schema::regnamespace and relkind = 'S';
  end $$`

/**
 * How often a law is tried on a host. Code and SQL are the same on both, so one of them tries it long: the one that asks
 * nothing of WebAssembly.
 */
export const runsOn = (host: SqlHostName, runs: number) => (host === 'PGlite' ? Math.ceil(runs / 10) : runs)

type SqlHostName = (typeof sqlHosts)[number]['host']

export const sqlHosts = [
  { host: 'PGlite', start: startEmbedded },
  { host: 'PostgreSQL', start: startServer },
] as const

/** The embedded database has one connection for all: whoever comes after another says first which schema is meant. */
function schemasOf(host: SqlHost): (schema: string) => Sql {
  let told = ''
  let turn: Promise<unknown> = Promise.resolve()
  return (schema) => {
    const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
      const result = turn.then(async () => {
        if (told !== schema) await host.script(`set search_path to ${schema}`)
        told = schema
        return work()
      })
      turn = result.catch(() => undefined)
      return result
    }
    return {
      query: (text, values) => inTurn(() => host.query(text, values)),
      script: (text) => inTurn(() => host.script(text)),
      copyIn: (target, rows) => inTurn(() => host.copyIn(target, rows)),
      transaction: (work) => inTurn(() => host.transaction(work)),
    }
  }
}
