import * as z from 'zod/mini'

import type { Variable } from './variable.ts'

const MOST_SEED = 2 ** 32 - 1
const MOST_SERVICES = 100_000

/** The organization that is computed where there are no measurements. */
export const simulationSettingsSchema = z.strictObject({
  seed: z.optional(
    z.int().check(z.gte(0), z.lte(MOST_SEED), z.describe(`a whole number from 0 to ${MOST_SEED}`)),
  ),
  services: z.optional(
    z.int().check(z.gte(1), z.lte(MOST_SERVICES), z.describe(`a whole number from 1 to ${MOST_SERVICES}`)),
  ),
})

export const simulationVariables: readonly Variable[] = [
  { name: 'SEED', field: ['simulation', 'seed'], kind: 'number' },
  { name: 'SERVICES', field: ['simulation', 'services'], kind: 'number' },
]
