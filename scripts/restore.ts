import { restore } from '../server/stores/sql/restore.ts'
import { runOnStore } from './store-command.ts'

await runOnStore('restore', async (sql, file) => {
  const { seriesCount, hourCount } = await restore(sql, file)
  return `Restored ${seriesCount} series with ${hourCount} hours from ${file}`
})
