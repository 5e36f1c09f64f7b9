import { bucketsBetween, cell } from '../../src/domain/buckets.ts'
import { depletionEpisodes, MOST_QUIET_HOURS, type Episode } from '../../src/domain/episode.ts'
import type { Hour } from '../../src/domain/hours.ts'
import { hoursBehind } from '../budgets/period-figures.ts'
import { loadSeries, type Member } from '../budgets/series.ts'
import type { Moment } from '../moment.ts'
import type { ApiDeps } from '../ports.ts'

type Burn = Readonly<{ startHour: Hour; badShare: number }>

export type BurnHistory = Readonly<{
  /** That of the current period which still goes on where the data end; null where none does. */
  ongoing: Burn | null
  episodes: readonly Episode[]
}>

/** Episodes are joined over some quiet hours: one that ended no longer ago may still go on. */
export async function readBurns(deps: ApiDeps, member: Member, moment: Moment): Promise<BurnHistory> {
  const { nowHour, currentPeriod } = moment
  const { fromHour, toHour } = hoursBehind(currentPeriod, nowHour)
  const series = await loadSeries(deps, member, fromHour, toHour)
  const episodes = depletionEpisodes(series, currentPeriod, nowHour)
  const last = episodes.at(-1)
  if (last === undefined || nowHour - last.endHour > MOST_QUIET_HOURS) return { ongoing: null, episodes }
  const { good, total } = bucketsBetween(series.buckets, last.startHour, nowHour)
  let bad = 0
  let all = 0
  for (let row = 0; row < total.length; row += 1) {
    bad += cell(total, row) - cell(good, row)
    all += cell(total, row)
  }
  return {
    ongoing: all === 0 ? null : { startHour: last.startHour, badShare: bad / all },
    episodes,
  }
}
