import type { Hour } from '../../src/domain/hours.ts'
import { deploymentCadence, type DeploymentCadence } from '../../src/domain/on-call-staffing.ts'
import type { CatalogIndex } from '../catalog-index.ts'
import type { ReleaseStore } from '../ports.ts'

const DAYS = 28
const HOURS_PER_DAY = 24

export type CoverageFacts = Readonly<{ cadence: DeploymentCadence; availabilityTarget: number | null }>

/** What the references judge a service's cover by: the tightest availability it promises, and how often it goes out. */
export async function coverageFacts(
  { list }: ReleaseStore,
  { slos }: CatalogIndex,
  services: readonly string[],
  at: Hour,
): Promise<(service: string) => CoverageFacts> {
  const releases = await list({ services, fromHour: at - DAYS * HOURS_PER_DAY, toHour: at })
  // One version in three regions went out once.
  const versions = Map.groupBy(releases, ({ service }) => service)
  const targets = new Map<string, number>()
  for (const { service, sli, target } of slos.values()) {
    if (sli === 'availability') targets.set(service, Math.max(target, targets.get(service) ?? 0))
  }
  return (service) => ({
    cadence: deploymentCadence(
      new Set((versions.get(service) ?? []).map(({ version }) => version)).size,
      DAYS,
    ),
    availabilityTarget: targets.get(service) ?? null,
  })
}
