import type { Situation } from '../../src/contract/on-call.ts'
import { STALE_AFTER_HOURS } from '../../src/domain/account-state.ts'
import { isoFromHour } from '../../src/domain/hours.ts'
import { keyOf, type Member } from '../budgets/series.ts'
import { hoursBehind } from '../budgets/period-figures.ts'
import type { Moment } from '../moment.ts'
import type { ApiDeps } from '../ports.ts'

/** Null while hours arrive; else since when they do not, and what is known of where they should come from. */
export async function readSilence(
  deps: ApiDeps,
  member: Member,
  { nowHour, currentPeriod }: Moment,
): Promise<Situation['silence']> {
  const key = keyOf(member)
  const { fromHour } = hoursBehind(currentPeriod, nowHour)
  const { hour } = await deps.buckets.read(key, fromHour, nowHour)
  const last = hour[hour.length - 1]
  if (last !== undefined && nowHour - (last + 1) < STALE_AFTER_HOURS) return null
  const feeds = await deps.feeds?.([key.sloId])
  const feed = feeds?.find(({ deployment }) => deployment === key.deployment)?.progress ?? null
  return {
    since: last === undefined ? null : isoFromHour(last + 1),
    source: feed?.source ?? null,
    reason: feed?.failure?.reason ?? null,
  }
}
