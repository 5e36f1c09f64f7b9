import type { Hour } from '../../../src/domain/hours.ts'
import type { Sql } from './sql.ts'

/** What a simulated organization is made of: the same three give the same one. */
export type Simulation = Readonly<{
  /** The hour at which it was made: its stories are told from there. */
  anchorHour: Hour
  seed: number
  serviceCount: number
}>

/** Null where the store was not filled with the simulated organization. */
export async function readSimulation(sql: Sql): Promise<Simulation | null> {
  const [row] = await sql.query<Simulation>(
    `select anchor_hour as "anchorHour", seed::float8 as seed, service_count as "serviceCount"
    from simulation, organization where is_simulated`,
  )
  return row ?? null
}

export async function insertSimulation(
  sql: Sql,
  { anchorHour, seed, serviceCount }: Simulation,
): Promise<void> {
  await sql.query('insert into simulation (anchor_hour, seed, service_count) values ($1, $2, $3)', [
    anchorHour,
    seed,
    serviceCount,
  ])
}
