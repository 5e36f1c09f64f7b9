import type { DecisionBody } from '../../../src/contract/decisions.ts'
import { formatRemaining } from '../../../src/domain/format.ts'
import { isoFromHour, type Hour } from '../../../src/domain/hours.ts'
import type { Period } from '../../../src/domain/period.ts'
import { periodBudget, type PeriodBudget } from '../../../src/domain/period-budget.ts'
import type { TargetTimeline } from '../../../src/domain/target.ts'
import { createSimulatedCorrections } from '../corrections.ts'
import { targetChange } from '../lasting-changes.ts'
import type { Measurements } from '../measurements.ts'
import type { Timeline } from '../timeline.ts'

type Figure = DecisionBody['answers'][number]['figures'][number]
type SeriesName = readonly [sloId: string, deployment: string]

/** What people of the organization read off its own figures; the same as the indicators show of closed periods. */
export type DecisionFigures = Readonly<{
  name: (periodsAgo: number) => string
  /** Its id. */
  period: (periodsAgo: number) => string
  /** "7 of 8 periods broken", from the older to the newer one. */
  broken: (series: SeriesName, from: number, to: number) => Figure
  /** What was left at the end. */
  left: (series: SeriesName, periodsAgo: number) => Figure
  /** Likewise, of what was promised to customers. */
  leftOfSla: (series: SeriesName, periodsAgo: number) => Figure
  /** The adherence of a service over those periods, as known when the hour was reached. */
  adherence: (indicator: 'slo-adherence' | 'sla-adherence', service: string, span: Span) => string
}>

type Span = Readonly<{ from: number; to: number; at: Hour }>

type World = Readonly<{ timeline: Timeline; measurements: Measurements; nowHour: Hour }>

export function decisionFigures({ timeline, measurements, nowHour }: World): DecisionFigures {
  const corrections = createSimulatedCorrections(timeline, () => nowHour)

  function budgetOf([sloId, deployment]: SeriesName, period: Period, isOfSla: boolean): PeriodBudget {
    const model = measurements.modelOf(sloId, deployment)
    if (model === null) throw new Error(`Nothing is measured as ${sloId} in ${deployment}`)
    const target = isOfSla ? (model.slo.plan.slaTarget ?? model.slo.plan.target) : model.slo.plan.target
    const changed = { fromHour: timeline.hourAt(targetChange.at), target: targetChange.target }
    const targets: TargetTimeline =
      sloId === targetChange.sloId && !isOfSla
        ? [{ fromHour: timeline.originHour, target }, changed]
        : [{ fromHour: timeline.originHour, target }]
    return periodBudget(
      {
        buckets: measurements.measure(model, period.startHour, period.endHour),
        targets,
        corrections: corrections.list({ sloId, deployment }),
        beganHour: model.beganHour,
        endedHour: null,
      },
      period,
      nowHour,
    )
  }

  function left(series: SeriesName, periodsAgo: number, isOfSla: boolean): Figure {
    const period = timeline.periodAgo(periodsAgo)
    const { remaining } = budgetOf(series, period, isOfSla)
    const label = `${labelOf(series)}, ${isOfSla ? 'SLA left' : 'left'} at the end of ${period.name}`
    return { label, value: remaining === null ? 'no budget' : `${formatRemaining(remaining)}\u202f%` }
  }

  return {
    name: (periodsAgo) => timeline.periodAgo(periodsAgo).name,
    period: (periodsAgo) => timeline.periodAgo(periodsAgo).id,
    broken(series, from, to) {
      const periods = Array.from({ length: from - to + 1 }, (_, step) => timeline.periodAgo(from - step))
      const count = periods.filter((period) => budgetOf(series, period, false).state === 'broken').length
      const label = `${labelOf(series)}, ${periods[0]?.name}–${periods.at(-1)?.name} broken`
      return { label, value: `${count} of ${periods.length}` }
    },
    left: (series, periodsAgo) => left(series, periodsAgo, false),
    leftOfSla: (series, periodsAgo) => left(series, periodsAgo, true),
    adherence(indicator, service, { from, to, at }) {
      const range = {
        service,
        from: isoFromHour(timeline.periodAgo(from).startHour),
        to: isoFromHour(timeline.periodAgo(to).endHour),
        at: isoFromHour(at),
      }
      return `/indicators/${indicator}?${new URLSearchParams(range).toString()}`
    },
  }
}

function labelOf([sloId, deployment]: SeriesName): string {
  const [service = '', sli = '', endpoint = ''] = sloId.split('.')
  return `${service} ${sli} ${endpoint}, ${deployment}`
}
