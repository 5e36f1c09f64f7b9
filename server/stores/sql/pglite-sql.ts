import { PGlite, type Transaction } from '@electric-sql/pglite'

import type { Sql, SqlHost } from './sql.ts'

/** What is logged and not yet in its place is what a start after a crash has to repeat, and takes room on disk. */
const MOST_LOG = '128MB'

/** PostgreSQL inside this process. Without a folder it lives in memory and is gone with it. */
export async function openPglite(folder?: string): Promise<SqlHost> {
  const db = await PGlite.create({
    ...(folder === undefined ? {} : { dataDir: folder }),
    startParams: [...PGlite.defaultStartParams, '-c', `max_wal_size=${MOST_LOG}`, '-c', 'min_wal_size=32MB'],
  })
  return {
    ...queriesOf(db),
    transaction: (work) => db.transaction((transaction) => work(withinTransaction(transaction))),
    close: () => db.close(),
  }
}

type Queries = Pick<Sql, 'query' | 'script'>

function queriesOf(db: Pick<Transaction, 'query' | 'exec'>): Queries {
  return {
    async query<Row extends object>(text: string, values: Parameters<Sql['query']>[1] = []) {
      const { rows } = await db.query<Row>(text, [...values])
      return rows
    },
    async script(text) {
      await db.exec(text)
    },
  }
}

function withinTransaction(transaction: Transaction): Sql {
  const sql: Sql = { ...queriesOf(transaction), transaction: (work) => work(sql) }
  return sql
}
