import type { CorrectionEffect, CorrectionPreview } from '../../src/contract/corrections.ts'
import type { Slo } from '../../src/contract/catalog.ts'
import type { Correction } from '../../src/domain/correction.ts'
import type { Period } from '../../src/domain/period.ts'
import { periodBudget, type PeriodBudget, type Series } from '../../src/domain/period-budget.ts'
import { hoursBehind } from '../budgets/period-figures.ts'
import { livesIn, loadSeries } from '../budgets/series.ts'
import type { RecordedCorrection } from '../correction-ports.ts'
import { mapConcurrently } from '../map-concurrently.ts'
import type { Moment } from '../moment.ts'
import type { ApiDeps } from '../ports.ts'
import { periodBudgetOnWire, periodOnWire } from '../wire.ts'

const READS_AT_ONCE = 4

type Asked = Readonly<{
  slos: readonly Slo[]
  deployment: string
  /** Those in which it is to count, or to count no more. */
  periods: readonly Period[]
  /** What would stand in place of what does. */
  change: (corrections: readonly RecordedCorrection[]) => readonly Correction[]
  sliName: (slo: Slo) => string
}>

/** Each SLO in each period that has begun, as it stands and as it would. */
export async function correctionEffects(
  deps: ApiDeps,
  { slos, deployment, periods, change, sliName }: Asked,
  { nowHour }: Moment,
): Promise<CorrectionPreview['effects']> {
  const begun = [...new Map(periods.map((period) => [period.id, period])).values()].filter(
    ({ startHour }) => startHour <= nowHour,
  )
  const asked = slos.flatMap((slo) => begun.map((period) => ({ slo, period })))
  const found = await mapConcurrently(asked, READS_AT_ONCE, async ({ slo, period }) => {
    const { fromHour, toHour } = hoursBehind(period, nowHour)
    const series = await loadSeries(deps, { slo, deployment }, fromHour, toHour)
    if (!livesIn(series, period)) return []
    const corrected: Series = { ...series, corrections: change(series.corrections) }
    const { verb, path } = slo.endpoint
    return [
      {
        slo: slo.id,
        sliName: sliName(slo),
        endpoint: { verb, path },
        period: periodOnWire(period, nowHour),
        before: effectOf(periodBudget(series, period, nowHour)),
        after: effectOf(periodBudget(corrected, period, nowHour)),
      },
    ]
  })
  return found.flat()

  function effectOf(budget: PeriodBudget): CorrectionEffect {
    const { remaining, state, grant, bad, exhaustedAt, projectedExhaustionAt } = periodBudgetOnWire(
      budget,
      nowHour,
    )
    return { remaining, state, grant, bad, exhaustedAt, projectedExhaustionAt }
  }
}
