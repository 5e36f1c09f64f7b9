import { openPglite } from '../stores/sql/pglite-sql.ts'
import { openPostgres } from '../stores/sql/postgres-sql.ts'
import type { Sql, SqlHost } from '../stores/sql/sql.ts'
import { makeDatabase, toldDump } from './told-databases.ts'

/** A running database that gives out as many empty ones as a test asks for. */
export type TestDatabases = Readonly<{ empty(): Promise<Sql>; stop(): Promise<void> }>

/** Making a database costs more than most tests over it, so all files of a process have the same. */
let embedded: Promise<Embedded> | null = null
let schemaCount = 0

type Embedded = Readonly<{ host: SqlHost; within: (schema: string) => Sql }>

async function openEmbedded(): Promise<Embedded> {
  const host = await openPglite(await toldDump())
  return { host, within: schemasOf(host) }
}

const startEmbedded = async (): Promise<TestDatabases> => {
  const { host, within } = await (embedded ??= openEmbedded())
  const schemas: string[] = []
  return {
    async empty() {
      const schema = `test_${(schemaCount += 1)}`
      await host.script(`create schema ${schema}`)
      schemas.push(schema)
      return within(schema)
    },
    async stop() {
      for (const schema of schemas.splice(0)) await host.script(`drop schema ${schema} cascade`)
    },
  }
}

const startServer = async (): Promise<TestDatabases> => {
  const { url, drop } = await makeDatabase()
  const report = () => undefined
  const root = await openPostgres(url, { report })
  const opened: SqlHost[] = [root]
  let count = 0
  return {
    async empty() {
      const schema = `test_${(count += 1)}`
      await root.script(`create schema ${schema}`)
      const host = await openPostgres(`${url}?options=-csearch_path%3D${schema}`, { report })
      opened.push(host)
      return host
    },
    async stop() {
      await Promise.all(opened.splice(0).map((host) => host.close()))
      await drop()
    },
  }
}

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
      transaction: (work) => inTurn(() => host.transaction(work)),
    }
  }
}
