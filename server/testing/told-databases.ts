import { randomUUID } from 'node:crypto'
import { openAsBlob } from 'node:fs'
import { cp } from 'node:fs/promises'

import { inject } from 'vitest'

import { openPostgres } from '../stores/sql/postgres-sql.ts'
import { startPostgres, type PostgresServer, type PreparedPostgres } from './postgres-server.ts'

/** An empty database of the PostgreSQL that all test files share. */
export async function makeDatabase(): Promise<Readonly<{ url: string; drop: () => Promise<void> }>> {
  const server = await told('/postgres')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const outside = await openPostgres(server, { report: () => undefined })
  await outside.script(`create database ${name}`)
  return {
    url: new URL(name, server).href,
    async drop() {
      await outside.script(`drop database if exists ${name} with (force)`)
      await outside.close()
    },
  }
}

/** A PostgreSQL that a test may crash or stop. */
export async function startOwnPostgres(): Promise<PostgresServer> {
  const prepared: PreparedPostgres = JSON.parse(await told('/postgres-prepared'))
  return startPostgres(prepared)
}

/** What an embedded database in memory begins with. */
export async function toldDump(): Promise<Blob> {
  return openAsBlob(await told('/dump'))
}

/** A folder in which a server finds an empty database of its own schema: to make one takes seconds, to copy it none. */
export async function makeDataFolder(path: string): Promise<void> {
  await cp(await told('/data-folder'), path, { recursive: true })
}

async function told(what: string): Promise<string> {
  const answer = await fetch(new URL(what, inject('databaseTeller')))
  const text = await answer.text()
  if (!answer.ok) throw new Error(text)
  return text
}
