import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { PGlite } from '@electric-sql/pglite'

import { openStore } from '../sql/open-store.ts'

// What a new embedded database begins with, as a data folder and as a dump for those in memory.
const [dataFolder = '', dumpFile = ''] = process.argv.slice(2)
const folder = join(dataFolder, 'database')
mkdirSync(folder, { recursive: true })
const database = await PGlite.create(folder)
const dump = await database.dumpDataDir('none')
writeFileSync(dumpFile, Buffer.from(await dump.arrayBuffer()))
await database.close()

const store = await openStore({ dataFolder }, (error) => {
  throw error
})
await store.close()
