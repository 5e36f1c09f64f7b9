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

/** Every period for which there are data, oldest first, the open one last. */
export function periodsWithData({ scheme, dataFromHour, currentPeriod }: Moment): readonly Period[] {
  return periodsBetween(scheme, dataFromHour, currentPeriod.endHour)
}
