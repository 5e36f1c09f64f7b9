import type { CorrectionEffect, CorrectionPreview } from '../../src/contract/corrections.ts'
import type { Slo } from '../../src/contract/catalog.ts'
import type { Correction } from '../../src/domain/correction.ts'
import { periodBudget, type PeriodBudget, type Series } from '../../src/domain/period-budget.ts'
import { hoursBehind } from '../budgets/period-figures.ts'
import { livesIn, loadSeries } from '../budgets/series.ts'
import { mapConcurrently } from '../map-concurrently.ts'
import type { Moment } from '../moment.ts'
import type { ApiDeps } from '../ports.ts'
import { periodBudgetOnWire, periodOnWire } from '../wire.ts'
import type { PlannedCorrection } from './planned-correction.ts'

const READS_AT_ONCE = 4

type Asked = Readonly<{
  planned: PlannedCorrection
  deployment: string
  corrections: readonly Correction[]
  sliName: (slo: Slo) => string
}>

/** Each SLO in each period that has begun, as it stands and as it would. */
export async function correctionEffects(
  deps: ApiDeps,
  { planned, deployment, corrections, sliName }: Asked,
  { nowHour }: Moment,
): Promise<CorrectionPreview['effects']> {
  const begun = [...new Map(planned.parts.map(({ period }) => [period.id, period])).values()].filter(
    ({ startHour }) => startHour <= nowHour,
  )
  const asked = planned.slos.flatMap((slo) => begun.map((period) => ({ slo, period })))
  const found = await mapConcurrently(asked, READS_AT_ONCE, async ({ slo, period }) => {
    const { fromHour, toHour } = hoursBehind(period, nowHour)
    const series = await loadSeries(deps, { slo, deployment }, fromHour, toHour)
    if (!livesIn(series, period)) return []
    const corrected: Series = { ...series, corrections: [...series.corrections, ...corrections] }
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
