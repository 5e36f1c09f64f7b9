import type { Hour } from '../../src/domain/hours.ts'
import type { Period } from '../../src/domain/period.ts'
import { chance, hash, streamOf } from './hash.ts'
import { seriesName, type SeriesModel } from './series-model.ts'

/** One large loss, enough to break the budget of the series together with its noise. */
export type Trouble = Readonly<{ fromHour: Hour; hours: number; share: number }>

/**
 * The share of services that break a budget for reasons no story tells, by periods ago: the organization improves over
 * the year. The last value holds for all before.
 */
const troubledShares = [
  0.2, 0.25, 0.27, 0.24, 0.26, 0.29, 0.32, 0.35, 0.38, 0.44, 0.45, 0.46, 0.48, 0.52, 0.52,
] as const

const RANK = streamOf('which services have trouble')

function troubleOf(seed: number, model: SeriesModel, period: Period): Trouble {
  const draw = (counter: number) => chance(seed, model.seriesStream + 10 + counter, period.startHour)
  const length = period.endHour - period.startHour
  return {
    fromHour: period.startHour + 12 + Math.floor(draw(0) * length * 0.7),
    hours: 4 + Math.floor(draw(1) * 40),
    share: 0.95 + draw(2) * 0.6,
  }
}

/**
 * The series that break in a period for reasons no story tells. A fixed share of the services is drawn, rather than each
 * by its own luck, so that the organization's headline rises from period to period.
 */
export function troublesIn(
  seed: number,
  period: Period,
  periodsAgo: number,
  seriesOfServices: ReadonlyMap<string, readonly SeriesModel[]>,
): ReadonlyMap<string, Trouble> {
  const share = troubledShares[Math.min(troubledShares.length - 1, Math.max(0, periodsAgo))] ?? 0
  const ranked = [...seriesOfServices.entries()]
    .map(([service, series]) => ({
      service,
      series,
      rank: hash(seed, RANK ^ streamOf(service), period.startHour),
    }))
    .toSorted((a, b) => a.rank - b.rank)
  const troubles = new Map<string, Trouble>()
  for (const { service, series } of ranked.slice(0, Math.round(share * ranked.length))) {
    const picked = Math.floor(chance(seed, streamOf(service) + 1, period.startHour) * series.length)
    const model = series[picked]
    if (model) troubles.set(seriesName(model.slo.id, model.deployment), troubleOf(seed, model, period))
  }
  return troubles
}
