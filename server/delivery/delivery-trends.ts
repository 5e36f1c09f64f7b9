import type { ComponentOnWire, FigureOnWire, MeasureOnWire } from '../../src/contract/delivery.ts'
import { deliveryComponents, type DeliveryComponent, type Sample } from '../../src/domain/delivery.ts'
import {
  deliveryFigure,
  deliveryTrend,
  deploymentFrequency,
  samplesWithin,
  type DeliveryFigure,
} from '../../src/domain/delivery-figures.ts'
import { recoveryMinutes } from '../../src/domain/incident.ts'
import { instantsOf } from '../../src/domain/instant.ts'
import type { KeptEntry } from '../../src/domain/kept-overview.ts'
import type { Period } from '../../src/domain/period.ts'
import { servicesKept } from '../../src/domain/roll-up.ts'
import type { Span } from '../../src/domain/span.ts'
import { isOpenAt } from '../budgets/period-figures.ts'
import type { IncidentEntry } from '../indicators/incident-table.ts'
import type { SeriesOverPeriods } from '../indicators/period-entries.ts'
import type { DeliveryEvents } from './delivery-events.ts'
import { spanOf, type DeliverySpans } from './delivery-spans.ts'

const WEEK_MS = 7 * 24 * 3_600_000

/** A figure of any span of whole periods. */
type FigureOver = (periods: readonly Period[]) => DeliveryFigure

export function componentOver(component: DeliveryComponent, samples: readonly Sample[]): FigureOver {
  const own = samples.filter((sample) => sample.component === component)
  return (periods) =>
    deliveryFigure(
      component,
      samplesWithin(own, spanOf(periods)).map(({ value }) => value),
    )
}

/** Null where nobody told of deployments. */
export function frequencyOver(
  { landed, areDeploymentsTold }: Pick<DeliveryEvents, 'landed' | 'areDeploymentsTold'>,
  placeCount: number,
  nowMs: number,
): FigureOver {
  const rows = areDeploymentsTold ? placeCount : 0
  return (periods) => {
    const { from, to } = spanOf(periods)
    const count = landed.filter(({ atMs }) => atMs >= from && atMs < to).length
    return deploymentFrequency(count, { rows, weeks: (Math.min(to, nowMs) - from) / WEEK_MS })
  }
}

/** The median of what the trend of recoveries draws: resolved incidents by their creation. */
export function restoreOver(incidents: readonly IncidentEntry[]): FigureOver {
  return (periods) => {
    const spans: readonly Span[] = periods.map(instantsOf)
    const created = incidents.filter(({ incident: { createdMs } }) =>
      spans.some(({ from, to }) => createdMs >= from && createdMs < to),
    )
    const minutes = created.map(({ incident }) => recoveryMinutes(incident)).filter((one) => one !== null)
    return deliveryFigure('deployment-recovery', minutes)
  }
}

/** Services times closed periods: of those with a verdict, how many kept every budget. */
export type KeptCounts = Readonly<{ kept: number; counted: number; share: number | null }>

/** The series are those of `all` periods, in their order. */
export function keptOver(
  series: readonly SeriesOverPeriods[],
  all: readonly Period[],
  nowHour: number,
): (periods: readonly Period[]) => KeptCounts {
  const entries = series.flatMap(({ series: { member }, entries: own }) =>
    own.flatMap((entry, at): KeptEntry[] => {
      const period = all[at]
      if (entry === null || period === undefined) return []
      return [{ service: member.slo.service, periodId: period.id, state: entry.standing.budget.state }]
    }),
  )
  const byPeriod = Map.groupBy(entries, ({ periodId }) => periodId)
  return (periods) => {
    const closed = periods.filter((period) => !isOpenAt(period, nowHour))
    const totals = closed.map(({ id }) => servicesKept(byPeriod.get(id) ?? []))
    const kept = totals.reduce((sum, total) => sum + total.kept, 0)
    const counted = totals.reduce((sum, total) => sum + total.counted, 0)
    return { kept, counted, share: counted === 0 ? null : kept / counted }
  }
}

export function reliabilityOver(kept: ReturnType<typeof keptOver>): FigureOver {
  return (periods) => {
    const { counted, share } = kept(periods)
    return { value: share, mean: share, count: counted, isFew: share === null }
  }
}

type Trended = Omit<ComponentOnWire, 'component'>

function trended(
  over: FigureOver,
  { window, before, history }: DeliverySpans,
  good: 'less' | 'more' = 'less',
): Trended {
  const figure = over(window)
  const earlier = before === null ? null : over(before)
  return {
    figure,
    before: earlier,
    ...(earlier === null ? { change: null, direction: null } : deliveryTrend(figure, earlier, good)),
    history: history.map((period): FigureOnWire => over([period])),
  }
}

export function componentsOnWire(samples: readonly Sample[], spans: DeliverySpans): ComponentOnWire[] {
  return deliveryComponents.map((component) => ({
    component,
    ...trended(componentOver(component, samples), spans),
  }))
}

type Measured = Readonly<{ components: readonly ComponentOnWire[] }> &
  Readonly<Record<'frequency' | 'restore' | 'reliability', FigureOver>>

/** Two of the four are components already, and are the same figure here. */
export function accelerateOnWire(
  { components, frequency, restore, reliability }: Measured,
  spans: DeliverySpans,
): MeasureOnWire[] {
  const same = (component: DeliveryComponent): Trended => {
    const found = components.find((one) => one.component === component)
    if (found === undefined) throw new Error(`The components lack ${component}`)
    const { component: _component, ...rest } = found
    return rest
  }
  return [
    { measure: 'deployment-frequency', ...trended(frequency, spans, 'more') },
    { measure: 'lead-time', ...same('deployment-lead-time') },
    { measure: 'change-failure-rate', ...same('deployment-failure-rate') },
    { measure: 'time-to-restore', ...trended(restore, spans) },
    { measure: 'reliability', ...trended(reliability, spans, 'more') },
  ]
}
