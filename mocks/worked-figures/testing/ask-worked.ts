import { apiClient } from '../../../server/testing/api-client.ts'
import { NOW } from '../../../server/testing/tiny-organization.ts'
import { createOrganization } from '../../organization/organization.ts'
import { withScenario } from '../../scenarios.ts'
import type { WorkedName } from '../worked-figures.ts'
import { startOf } from '../worked-plan.ts'

export const ask = (name: WorkedName, now = NOW) =>
  apiClient(withScenario(createOrganization({ now: () => now }), name, async () => undefined))

const iso = (hour: number) => new Date(hour * 3_600_000).toISOString().replace('.000Z', 'Z')
/** From the start of one period to the end of another. */
export const periods = (first: number, last = first) => ({
  from: iso(startOf(first)),
  to: iso(startOf(last + 1)),
})
export const rounded = (value: number | null, digits = 0) =>
  value === null ? null : Number(value.toFixed(digits))
