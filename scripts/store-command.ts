import { readSettings } from '../server/settings/settings.ts'
import { openStore } from '../server/stores/sql/open-store.ts'
import type { Sql } from '../server/stores/sql/sql.ts'

/** `npm run NAME -- FILE` over the store that the environment names; `work` says in a sentence what it did. */
export async function runOnStore(
  name: string,
  work: (sql: Sql, file: string) => Promise<string>,
): Promise<void> {
  const [file, ...more] = process.argv.slice(2)
  try {
    const { storePlace: place } = readSettings(process.env)
    if (file === undefined || more.length > 0) throw new Error(`Usage: npm run ${name} -- FILE`)
    if (place === null)
      throw new Error(
        'STORE=memory keeps nothing: name a folder with DATA_DIR, or PostgreSQL with DATABASE_URL',
      )
    const host = await openStore(place, (error) => console.error(error))
    try {
      console.log(await work(host.forJobs, file))
    } finally {
      await host.close()
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
