import { statSync } from 'node:fs'

import { backUp } from '../server/stores/sql/backup.ts'
import { runOnStore } from './store-command.ts'

await runOnStore('backup', async (sql, file) => {
  const { seriesCount, hourCount } = await backUp(sql, file)
  const megabytes = (statSync(file).size / 1e6).toFixed(1)
  return `Wrote ${seriesCount} series with ${hourCount} hours to ${file} (${megabytes} MB)`
})
