import { openPglite } from '../stores/sql/pglite-sql.ts'
import { openPostgres } from '../stores/sql/postgres-sql.ts'
import type { Sql, SqlHost } from '../stores/sql/sql.ts'
import { startPostgres } from './postgres-server.ts'

/** A running database that gives out as many empty ones as a test asks for. */
export type TestDatabases = Readonly<{ empty(): Promise<Sql>; stop(): Promise<void> }>

const startEmbedded = async (): Promise<TestDatabases> => {
  const host = await openPglite()
  let count = 0
  return {
    async empty() {
      const schema = `test_${(count += 1)}`
      await host.script(`create schema ${schema}`)
      return inSchema(host, schema)
    },
    stop: () => host.close(),
  }
}

const startServer = async (): Promise<TestDatabases> => {
  const server = await startPostgres()
  const report = () => undefined
  const root = await openPostgres(server.url, { report })
  const opened: SqlHost[] = [root]
  let count = 0
  return {
    async empty() {
      const schema = `test_${(count += 1)}`
      await root.script(`create schema ${schema}`)
      const host = await openPostgres(`${server.url}?options=-csearch_path%3D${schema}`, { report })
      opened.push(host)
      return host
    },
    async stop() {
      await Promise.all(opened.map((host) => host.close()))
      await server.stop()
    },
  }
}

export const sqlHosts = [
  { host: 'PGlite', start: startEmbedded },
  { host: 'PostgreSQL', start: startServer },
] as const

/** The embedded database has one connection for all, so every statement says which schema it means. */
function inSchema(host: Sql, schema: string): Sql {
  const transaction: Sql['transaction'] = (work) =>
    host.transaction(async (sql) => {
      await sql.script(`set local search_path to ${schema}`)
      return work(sql)
    })
  return {
    query: (text, values) => transaction((sql) => sql.query(text, values)),
    script: (text) => transaction((sql) => sql.script(text)),
    transaction,
  }
}
