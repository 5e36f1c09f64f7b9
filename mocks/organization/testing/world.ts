import { hourFromIso, type Hour } from '../../../src/domain/hours.ts'
import { periodBudget, type PeriodBudget, type Series } from '../../../src/domain/period-budget.ts'
import { periodAt, periodBefore, type Period } from '../../../src/domain/period.ts'
import type { TargetVersion } from '../../../src/domain/target.ts'
import { createOrganization } from '../organization.ts'
import { periodScheme } from '../timeline.ts'

/** A Wednesday night on day 17 of a period, with every story told that lies before it. */
export const NOW = Date.parse('2026-11-18T03:10:00Z')

/** The organization at an instant, with what the domain functions need to judge it. */
export async function worldAt(now: number) {
  const deps = createOrganization({ now: () => now })
  const { slos, services } = await deps.catalog()
  const nowHour = await deps.buckets.nowHour()
  const fromHour = await deps.buckets.fromHour()
  const current = periodAt(periodScheme, nowHour)

  async function seriesOf(sloId: string, deployment: string): Promise<Series> {
    const key = { sloId, deployment }
    const versions = slos.find(({ id }) => id === sloId)?.versions ?? []
    const [first, ...rest] = versions.map(({ effectiveFrom, target }): TargetVersion => ({
      fromHour: hourFromIso(effectiveFrom) ?? 0,
      target,
    }))
    if (!first) throw new Error(`The catalog has no SLO ${sloId}`)
    return {
      buckets: await deps.buckets.read(key, fromHour, nowHour),
      targets: [first, ...rest],
      corrections: await deps.corrections.list(key),
      ...(await deps.buckets.lifetime(key)),
    }
  }

  const periodAgo = (steps: number): Period =>
    steps === 0 ? current : periodBefore(periodScheme, current, steps)

  async function budgetOf(sloId: string, deployment: string, periodsAgo: number): Promise<PeriodBudget> {
    return periodBudget(await seriesOf(sloId, deployment), periodAgo(periodsAgo), nowHour)
  }

  const productionSeries = async () =>
    Promise.all(
      slos.flatMap((slo) =>
        slo.deployments
          .filter((deployment) => deployment !== 'staging')
          .map(async (deployment) => ({ slo, deployment, series: await seriesOf(slo.id, deployment) })),
      ),
    )

  const hourIn = (periodsAgo: number, day: number, hour: number): Hour =>
    periodAgo(periodsAgo).startHour + day * 24 + hour

  return { deps, slos, services, nowHour, fromHour, seriesOf, budgetOf, periodAgo, hourIn, productionSeries }
}
