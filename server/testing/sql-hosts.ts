import { randomUUID } from 'node:crypto'

import { inject } from 'vitest'

import { openPglite } from '../stores/sql/pglite-sql.ts'
import { openPostgres } from '../stores/sql/postgres-sql.ts'
import type { Sql, SqlHost } from '../stores/sql/sql.ts'

/** A running database that gives out as many empty ones as a test asks for. */
export type TestDatabases = Readonly<{ empty(): Promise<Sql>; stop(): Promise<void> }>

/** Making a database costs more than most tests over it, so all files of a process have the same. */
let embedded: Promise<SqlHost> | null = null
let schemaCount = 0

const startEmbedded = async (): Promise<TestDatabases> => {
  const host = await (embedded ??= openPglite())
  const schemas: string[] = []
  return {
    async empty() {
      const schema = `test_${(schemaCount += 1)}`
      await host.script(`create schema ${schema}`)
      schemas.push(schema)
      return inSchema(host, schema)
    },
    async stop() {
      for (const schema of schemas.splice(0)) await host.script(`drop schema ${schema} cascade`)
    },
  }
}

const startServer = async (): Promise<TestDatabases> => {
  const server = await runningPostgres()
  const report = () => undefined
  const database = `test_${randomUUID().replaceAll('-', '')}`
  const outside = await openPostgres(server, { report })
  await outside.script(`create database ${database}`)
  const url = new URL(database, server).href
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
      await outside.script(`drop database if exists ${database} with (force)`)
      await outside.close()
    },
  }
}

async function runningPostgres(): Promise<string> {
  const answer = await fetch(inject('postgresTeller'))
  const told = await answer.text()
  if (!answer.ok) throw new Error(told)
  return told
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
