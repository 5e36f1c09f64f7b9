import { noBuilds } from '../../server/no-records.ts'
import type { ApiDeps } from '../../server/ports.ts'
import { isoFromHour } from '../../src/domain/hours.ts'
import { workedCatalog, workedSloId } from './worked-catalog.ts'
import { startOf, type WorkedPlan } from './worked-plan.ts'
import { workedRecords } from './worked-records.ts'
import { workedBuckets } from './worked-series.ts'

const HOUR_MS = 3_600_000

/** An organization whose figures are those of the reference, at the same moment as the one it stands in for. */
export function workedOrganization(deps: ApiDeps, plan: WorkedPlan): ApiDeps {
  const { sameMeasurementsAs: _, ...kept } = deps
  const catalog = workedCatalog(plan)
  const slos = new Map(plan.slos.map((slo) => [workedSloId(slo), slo]))
  const nowHour = () => Math.floor(deps.now() / HOUR_MS)
  const beganHour = (sloId: string) => startOf(slos.get(sloId)?.since ?? 1)
  const releases = (plan.releases ?? [])
    .map(({ service, period, hour, version }) => ({
      id: `${service}-${version}`,
      service,
      deployment: 'prod-us',
      version,
      at: isoFromHour(startOf(period) + hour),
      result: null,
      committedAt: null,
      recoveredAt: null,
      commits: null,
    }))
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
  return {
    ...kept,
    catalog: async () => catalog,
    buckets: {
      async read({ sloId, deployment }, from, to) {
        const slo = slos.get(sloId)
        const first = Math.max(from, beganHour(sloId))
        const losses = slo?.losses[deployment] ?? {}
        return workedBuckets(slo?.slaTarget ?? slo?.target ?? 1, losses, first, Math.min(to, nowHour()))
      },
      lifetime: async ({ sloId }) => ({ beganHour: beganHour(sloId), endedHour: null }),
      nowHour: async () => nowHour(),
      fromHour: async () => startOf(1),
    },
    releases: {
      list: async ({ services, deployments, fromHour, toHour }) =>
        releases.filter(
          ({ service, deployment, at }) =>
            (services?.includes(service) ?? true) &&
            (deployments?.includes(deployment) ?? true) &&
            at >= isoFromHour(fromHour) &&
            at < isoFromHour(toHour),
        ),
    },
    builds: noBuilds,
    corrections: { ...deps.corrections, list: async () => [], all: async () => [] },
    records: workedRecords(plan),
  }
}
