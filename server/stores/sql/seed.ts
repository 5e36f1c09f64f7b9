import type { ApiDeps } from '../../ports.ts'
import { emptyCatalog, insertCatalog } from './catalog-rows.ts'
import { copyOrganization } from './copy-organization.ts'
import { insertSimulation, type Simulation } from './simulation-rows.ts'
import { lockUntilEnd, onlyRow, type Sql } from './sql.ts'

/** `source` null means to begin with nothing at all. */
type Seed = Readonly<{
  source: ApiDeps | null
  /** What `source` is made of where it is the simulated organization, which is then carried on. */
  simulation?: Simulation
  onProgress: (doneMonths: number, allMonths: number) => void
}>

/**
 * Fills a database that was never filled, whole or not at all. Of several servers that start on it at the same time one
 * does it and the others wait; whether it was this one.
 */
export async function seedOnce(sql: Sql, { source, simulation, onProgress }: Seed): Promise<boolean> {
  if (!(await isUnfilled(sql))) return false
  return sql.transaction(async (transaction) => {
    await lockUntilEnd(transaction, 'fill')
    if (!(await isUnfilled(transaction))) return false
    await (source === null
      ? insertCatalog(transaction, emptyCatalog)
      : copyOrganization(transaction, source, onProgress))
    if (simulation !== undefined) await insertSimulation(transaction, simulation)
    return true
  })
}

export async function isUnfilled(sql: Sql): Promise<boolean> {
  const { count } = await onlyRow(
    sql.query<{ count: number }>('select count(*)::int as count from organization'),
  )
  return count === 0
}
