import { writeSync } from 'node:fs'

import { bucketsFromRows } from '../../src/domain/buckets.ts'
import { upsertBuckets } from '../stores/sql/bucket-writer.ts'
import { openStore } from '../stores/sql/open-store.ts'

// A process to be killed: it stores one hour after the other and says so on its output only when the store has said so.
const [dataFolder = '', firstHour = '0'] = process.argv.slice(2)
const sql = await openStore({ dataFolder }, () => undefined)
for (let hour = Number(firstHour); ; hour += 1) {
  const written = [1, 2, 3].map((seriesId) => ({
    seriesId,
    buckets: bucketsFromRows([{ hour, good: hour, total: hour + seriesId }]),
  }))
  await upsertBuckets(sql, written, hour + 1)
  writeSync(1, `${hour}\n`)
}
