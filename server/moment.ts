import type { Hour } from '../src/domain/hours.ts'
import { periodAt, periodsBetween, type Period, type PeriodScheme } from '../src/domain/period.ts'
import type { ApiDeps } from './ports.ts'

/** What a request takes for granted while it is answered: one now, one extent of the data. */
export type Moment = Readonly<{
  scheme: PeriodScheme
  nowHour: Hour
  dataFromHour: Hour
  currentPeriod: Period
  /** Stays the same as long as hours already past do. */
  revision: number
}>

export async function readMoment({ buckets }: ApiDeps, scheme: PeriodScheme): Promise<Moment> {
  const [nowHour, dataFromHour, revision] = await Promise.all([
    buckets.nowHour(),
    buckets.fromHour(),
    buckets.revision?.() ?? 0,
  ])
  return { scheme, nowHour, dataFromHour, revision, currentPeriod: periodAt(scheme, nowHour) }
}

/**
 * The periods whose hours are all held, oldest first, and the open one. Of a period that is held in part only, what is
 * left of its grant would change with every hour that is dropped.
 */
export function periodsWithData({ scheme, dataFromHour, currentPeriod }: Moment): readonly Period[] {
  const held = periodsBetween(scheme, dataFromHour, currentPeriod.startHour)
  return [...held.filter(({ startHour }) => startHour >= dataFromHour), currentPeriod]
}
