import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { setTimeout as after } from 'node:timers/promises'

import { bucketsFromRows } from '../../src/domain/buckets.ts'
import { StoreUnavailableError } from '../ports.ts'
import { upsertBuckets } from '../stores/sql/bucket-writer.ts'
import { openStore } from '../stores/sql/open-store.ts'

/** A database that was killed takes a moment to be back. */
const RETRY_MS = 20

// A process to be killed: it stores one hour after the other and says so on its output only when the store has said so.
const [place = '', firstHour = '0'] = process.argv.slice(2)
const sql = await openStore(
  place.startsWith('postgres:') ? { databaseUrl: place } : { dataFolder: place },
  () => undefined,
)
// It is killed before it could leave to the next one what it has read.
flushCompileCache()
for (let hour = Number(firstHour); ;) {
  const written = [1, 2, 3].map((seriesId) => ({
    seriesId,
    buckets: bucketsFromRows([{ hour, good: hour, total: hour + seriesId }]),
  }))
  try {
    await upsertBuckets(sql, written, hour + 1)
    writeSync(1, `${hour}\n`)
    hour += 1
  } catch (error) {
    // As a sender does that was told to try again.
    if (!(error instanceof StoreUnavailableError)) throw error
    await after(RETRY_MS)
  }
}
