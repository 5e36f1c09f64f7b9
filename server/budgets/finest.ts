import { agreeingHours, type FineHours } from '../../src/domain/fine-buckets.ts'
import { finestReadings } from '../../src/domain/fine-readings.ts'
import type { BurnRateReading } from '../../src/domain/burn-rate.ts'
import type { Hour } from '../../src/domain/hours.ts'
import type { Series } from '../../src/domain/period-budget.ts'
import type { Moment } from '../moment.ts'
import type { ApiDeps } from '../ports.ts'
import { keyOf, type Member } from './series.ts'

const MINUTES = 60
const MINUTE_MS = 60_000

const noHours: FineHours = new Map()

/** What is held finer than hours since `fromHour`, up to the moment and no further: a frozen page knows nothing later. */
export async function readFineHours(
  { buckets, now }: ApiDeps,
  member: Member,
  series: Series,
  { fromHour, nowHour }: Readonly<{ fromHour: Hour; nowHour: Hour }>,
): Promise<FineHours> {
  if (buckets.readFine === undefined) return noHours
  const toMinute = Math.min(Math.floor(now() / MINUTE_MS), (nowHour + 1) * MINUTES)
  const fine = await buckets.readFine(keyOf(member), fromHour * MINUTES, toMinute)
  return agreeingHours(fine, series.buckets, nowHour)
}

/** Of the team's rules at the moment, by the finest counts there are. `series` reaches back as far as their windows. */
export async function readFinestReadings(
  deps: ApiDeps,
  member: Member,
  series: Series,
  { nowHour, currentPeriod, rules: inForce }: Moment,
): Promise<readonly BurnRateReading[]> {
  const rules = inForce.of(member.slo.team)
  // The hour in which the longest window begins is one more.
  const fromHour = nowHour - 1 - Math.max(...rules.map(({ longHours }) => longHours))
  const fine = await readFineHours(deps, member, series, { fromHour, nowHour })
  const periodHours = currentPeriod.endHour - currentPeriod.startHour
  return finestReadings(series, fine, rules, { periodHours, nowHour })
}
