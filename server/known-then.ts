import { hoursKnownThen } from '../src/domain/hours-known-then.ts'
import { hourFromIso, type Hour } from '../src/domain/hours.ts'
import type { LateChange } from '../src/domain/restatement.ts'
import type { HourRange } from '../src/domain/time-window.ts'
import { keyOf, type Member } from './budgets/series.ts'
import type { CorrectionStore } from './correction-ports.ts'
import { correctionsKnownThen, nameOfSeries, seriesCorrectedSince } from './corrections/known-then.ts'
import type { ApiDeps, BucketStore, Lifetime, SeriesKey, SeriesRestatement } from './ports.ts'

/** Measurements and corrections as they were known when data first went up to an hour already past. */
export type KnownThen = Readonly<{
  /** Of the store, from before it was looked what came later. */
  revision: number
  /** The end of this hour is when. */
  knownUntil: Hour
  /** Whether anything differs from what is known now; else nobody needs to ask further. */
  isOther: boolean
  isOtherFor(series: SeriesKey, hours: HourRange): boolean
  buckets: BucketStore
  corrections: CorrectionStore
}>

const nothing: readonly SeriesRestatement[] = []

export async function readKnownThen({ buckets, corrections }: ApiDeps, hour: Hour): Promise<KnownThen> {
  const revision = (await buckets.revision?.()) ?? 0
  const { knownUntil, fromHour } = (await buckets.restatements?.horizon(hour)) ?? {
    knownUntil: hour,
    fromHour: null,
  }
  const [later, correctedSince] = await Promise.all([
    buckets.restatements?.list({ afterHour: knownUntil, beforeHour: hour }) ?? nothing,
    seriesCorrectedSince(corrections, knownUntil),
  ])
  const bySeries = Map.groupBy(later, nameOfSeries)
  const laterOf = (series: SeriesKey) => bySeries.get(nameOfSeries(series)) ?? nothing
  return {
    revision,
    knownUntil,
    isOther: later.length > 0 || correctedSince.size > 0,
    isOtherFor: (series, hours) =>
      correctedSince.has(nameOfSeries(series)) || isOtherIn(laterOf(series), hours),
    buckets: {
      ...buckets,
      ...(fromHour !== null && { fromHour: async () => fromHour }),
      read: async (series, from, to) => hoursKnownThen(await buckets.read(series, from, to), laterOf(series)),
      ...(buckets.restatements && {
        lifetime: async (series) =>
          lifeKnownThen(await buckets.lifetime(series), laterOf(series), { hour, knownUntil }),
      }),
    },
    corrections: correctionsKnownThen(corrections, knownUntil),
  }
}

/** A series that began earlier than was known is another one in all its hours. */
function isOtherIn(later: readonly SeriesRestatement[], { fromHour, toHour }: HourRange): boolean {
  return later.some(
    (one) =>
      (one.fromHour < toHour && one.toHour > fromHour) ||
      one.beganHour === null ||
      one.beganHour > one.fromHour,
  )
}

/** What had not been measured yet began with the first hour that could still be, as it does where it never was. */
function lifeKnownThen(
  { lateChanges = [], ...life }: Lifetime,
  later: readonly SeriesRestatement[],
  { hour, knownUntil }: Readonly<{ hour: Hour; knownUntil: Hour }>,
): Lifetime {
  const [first] = later
  const beganHour = Math.min(hour, (first === undefined ? life.beganHour : first.beganHour) ?? hour)
  // Of what came before anybody noted what had been said, the hours count, and so does when they came.
  const isUndone = ({ fromHour, toHour, at }: LateChange) =>
    (hourFromIso(at) ?? knownUntil) > knownUntil &&
    later.some((one) => one.fromHour < toHour && one.toHour > fromHour)
  return { ...life, beganHour, lateChanges: lateChanges.filter((change) => !isUndone(change)) }
}

/** The ports that a figure as of then is worked out of. */
export function portsThen(deps: ApiDeps, knownThen: KnownThen | null): ApiDeps {
  return knownThen === null
    ? deps
    : { ...deps, buckets: knownThen.buckets, corrections: knownThen.corrections }
}

/** Whether figures of a member that rest on these hours are not what they are now. */
export function isOtherThen(
  { sameMeasurementsAs }: ApiDeps,
  knownThen: KnownThen | null,
  member: Member,
  hours: HourRange,
): boolean {
  if (knownThen === null || !knownThen.isOther) return false
  const key = keyOf(member)
  return [key, sameMeasurementsAs?.(key) ?? key].some((series) => knownThen.isOtherFor(series, hours))
}
