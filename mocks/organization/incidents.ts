import type { Hour } from '../../src/domain/hours.ts'
import type { Period } from '../../src/domain/period.ts'
import { chance } from './hash.ts'
import { seriesName, type SeriesModel } from './series-model.ts'
import { drags, regionOutage } from './shared-burns.ts'
import { stories, type StoryBurn } from './stories.ts'
import type { Timeline } from './timeline.ts'
import { expectedBetween } from './traffic.ts'
import type { Trouble } from './troubles.ts'

/** In each hour of the span, `rate` of the events expected by `week` are bad on top of the noise. */
export type Incident = Readonly<{ fromHour: Hour; toHour: Hour; rate: number; week: Float64Array }>

const BLOCK_HOURS = 96
/** What an incident that no story tells takes of the budget: many little ones, few that hurt. */
const blockShares = [
  0.02, 0.03, 0.03, 0.04, 0.05, 0.06, 0.06, 0.07, 0.07, 0.08, 0.09, 0.1, 0.12, 0.15, 0.19, 0.24,
] as const
/** Even in a bad hour most requests succeed; a larger loss takes longer. */
const HIGHEST_RATE = 0.6

/** A share of the grant as a rate of the span: exact, because the grant of the expected traffic is known. */
function incidentOfShare(
  model: SeriesModel,
  period: Period,
  fromHour: Hour,
  hours: number,
  share: number,
): Incident {
  const bad = share * model.allowance * model.perHour * (period.endHour - period.startHour)
  let toHour = Math.min(fromHour + hours, period.endHour)
  let expected = expectedBetween(model.week, fromHour, toHour)
  while (bad > HIGHEST_RATE * expected && toHour < period.endHour) {
    expected += expectedBetween(model.week, toHour, toHour + 1)
    toHour += 1
  }
  return {
    fromHour,
    toHour,
    rate: Math.min(HIGHEST_RATE, expected === 0 ? 0 : bad / expected),
    week: model.week,
  }
}

function storyIncident(model: SeriesModel, period: Period, fromHour: Hour, burn: StoryBurn): Incident {
  if ('share' in burn) return incidentOfShare(model, period, fromHour, burn.hours, burn.share)
  return { fromHour, toHour: fromHour + burn.hours, rate: burn.rate, week: model.week }
}

function blockIncidents(
  seed: number,
  model: SeriesModel,
  period: Period,
  likelihood: number,
): readonly Incident[] {
  const incidents: Incident[] = []
  for (let block = period.startHour; block + BLOCK_HOURS <= period.endHour; block += BLOCK_HOURS) {
    if (chance(seed, model.seriesStream, block) >= likelihood) continue
    const fromHour = block + Math.floor(chance(seed, model.seriesStream + 1, block) * 82)
    const hours = 1 + Math.floor(chance(seed, model.seriesStream + 2, block) * 14)
    const share =
      blockShares[Math.floor(chance(seed, model.seriesStream + 3, block) * blockShares.length)] ?? 0
    incidents.push(incidentOfShare(model, period, fromHour, hours, share))
  }
  return incidents
}

const burnsBySeries = Map.groupBy(
  stories.flatMap((story) => story.burns ?? []),
  (burn) => seriesName(burn.sloId, burn.deployment),
)
const calmBySeries = Map.groupBy(
  stories.flatMap((story) => story.calm ?? []),
  (calm) => seriesName(calm.sloId, calm.deployment),
)

/** In such a period the story is all that happens to the series. */
export function isStoryBound(name: string, periodsAgo: number): boolean {
  const hasBurn = burnsBySeries.get(name)?.some((burn) => burn.start.periodsAgo === periodsAgo) ?? false
  return hasBurn || (calmBySeries.get(name)?.some((calm) => calm.periodsAgo.includes(periodsAgo)) ?? false)
}

type World = Readonly<{
  seed: number
  timeline: Timeline
  troublesOf(period: Period): ReadonlyMap<string, Trouble>
  modelOf(sloId: string, deployment: string): SeriesModel | null
}>

function outageIncidents({ timeline }: World, model: SeriesModel, period: Period): readonly Incident[] {
  const fromHour = timeline.hourAt(regionOutage.start)
  const isHit =
    model.deployment === regionOutage.deployment && period.startHour <= fromHour && fromHour < period.endHour
  const rate = regionOutage.rates[model.slo.plan.sli]
  return isHit && rate > 0
    ? [{ fromHour, toHour: fromHour + regionOutage.hours, rate, week: model.week }]
    : []
}

function randomIncidents(
  { seed, troublesOf }: World,
  model: SeriesModel,
  period: Period,
  periodsAgo: number,
) {
  // A budget of a few events would be gone with the first incident.
  if (model.baseBurn === 0) return []
  const likelihood = (model.isProduction ? 0.32 : 0.38) + 0.004 * Math.min(13, Math.max(0, periodsAgo))
  const incidents = [...blockIncidents(seed, model, period, likelihood)]
  const trouble = troublesOf(period).get(seriesName(model.slo.id, model.deployment))
  if (trouble) incidents.push(incidentOfShare(model, period, trouble.fromHour, trouble.hours, trouble.share))
  return incidents
}

export function ownIncidents(world: World, model: SeriesModel, period: Period): readonly Incident[] {
  const { timeline } = world
  const periodsAgo = timeline.periodsAgo(period)
  const name = seriesName(model.slo.id, model.deployment)
  const told = (burnsBySeries.get(name) ?? [])
    .filter((burn) => burn.start.periodsAgo === periodsAgo)
    .map((burn) => storyIncident(model, period, timeline.hourAt(burn.start), burn))
  const random = isStoryBound(name, periodsAgo) ? [] : randomIncidents(world, model, period, periodsAgo)
  return [...told, ...outageIncidents(world, model, period), ...random]
}

/** All that goes wrong with a series in a period, with what the series it depends on drag down. */
export function incidentsOf(world: World, model: SeriesModel, period: Period): readonly Incident[] {
  const dragged = drags
    .filter((drag) => drag.consumer === model.slo.id)
    .flatMap(({ source, fraction }) => {
      const sourceModel = world.modelOf(source, model.deployment)
      if (!sourceModel) return []
      return ownIncidents(world, sourceModel, period).map((one) => ({ ...one, rate: one.rate * fraction }))
    })
  return [...ownIncidents(world, model, period), ...dragged]
}
