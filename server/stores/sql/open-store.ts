import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

import type { StorePlace } from '../../settings/store-settings.ts'
import { lockDataFolder } from './data-folder-lock.ts'
import { migrate } from './migrate.ts'
import { openPglite } from './pglite-sql.ts'
import { openPostgres } from './postgres-sql.ts'
import type { SqlHost } from './sql.ts'

/** The database, brought up to this program's schema. */
export async function openStore(place: StorePlace, report: (error: unknown) => void): Promise<SqlHost> {
  const host =
    'databaseUrl' in place
      ? await openPostgres(place.databaseUrl, { ...place, report })
      : await openFolder(place.dataFolder)
  try {
    await migrate(host.forJobs)
    return host
  } catch (error) {
    await host.close()
    throw error
  }
}

/** Held by one process at a time, from here until it is closed. */
async function openFolder(folder: string): Promise<SqlHost> {
  const path = resolve(folder)
  const lock = lockDataFolder(path)
  try {
    const database = join(path, 'database')
    mkdirSync(database, { recursive: true })
    const host = await openPglite(database)
    return {
      ...host,
      async close() {
        await host.close()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}
