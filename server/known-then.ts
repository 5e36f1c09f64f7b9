import type { Slo } from '../src/contract/catalog.ts'
import { hoursKnownThen } from '../src/domain/hours-known-then.ts'
import { hourFromIso, type Hour } from '../src/domain/hours.ts'
import type { LateChange } from '../src/domain/restatement.ts'
import type { HourRange } from '../src/domain/time-window.ts'
import { keyOf, type Member } from './budgets/series.ts'
import { agreedBefore } from './catalog-then.ts'
import type { CorrectionStore } from './correction-ports.ts'
import { correctionsKnownThen, nameOfSeries, seriesCorrectedSince } from './corrections/known-then.ts'
import type { ApiDeps, BucketStore, Catalog, Lifetime, SeriesKey, SeriesRestatement } from './ports.ts'

/** Measurements and corrections as they were known when data first went up to an hour already past. */
export type KnownThen = Readonly<{
  /** Of the store, from before it was looked what came later. */
  revision: number
  /** The end of this hour is when. */
  knownUntil: Hour
  /** Whether anything differs from what is known now; else nobody needs to ask further. */
  isOther: boolean
  isOtherFor(series: SeriesKey, hours: HourRange): boolean
  /** With what was archived since, and without what was agreed since. */
  catalog: Catalog
  buckets: BucketStore
  corrections: CorrectionStore
}>

const HOUR_MS = 3_600_000
const noSlos: ReadonlySet<string> = new Set()
const nothing: readonly SeriesRestatement[] = []

export async function readKnownThen(deps: ApiDeps, hour: Hour): Promise<KnownThen> {
  const { buckets } = deps
  const revision = (await buckets.revision?.()) ?? 0
  const { knownUntil, fromHour } = (await buckets.restatements?.horizon(hour)) ?? {
    knownUntil: hour,
    fromHour: null,
  }
  const [present, catalog] = await Promise.all([
    deps.catalog(),
    catalogBefore(deps, (knownUntil + 1) * HOUR_MS),
  ])
  const corrections = withThoseOf(deps.corrections, seriesGone(catalog, present))
  const [later, correctedSince] = await Promise.all([
    buckets.restatements?.list({ afterHour: knownUntil, beforeHour: hour }) ?? nothing,
    seriesCorrectedSince(corrections, knownUntil),
  ])
  const agreedSince = catalog === present ? noSlos : slosOfOtherTargets(catalog, present)
  const bySeries = Map.groupBy(later, nameOfSeries)
  const laterOf = (series: SeriesKey) => bySeries.get(nameOfSeries(series)) ?? nothing
  return {
    revision,
    knownUntil,
    isOther: later.length > 0 || correctedSince.size > 0 || catalog !== present,
    // A target of later hours is one of the hours still to come, which only an open period has.
    isOtherFor: (series, hours) =>
      correctedSince.has(nameOfSeries(series)) ||
      (hours.toHour >= hour && agreedSince.has(series.sloId)) ||
      isOtherIn(laterOf(series), hours),
    catalog,
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

async function catalogBefore(deps: ApiDeps, ms: number): Promise<Catalog> {
  return deps.catalogBefore?.(ms) ?? agreedBefore(await deps.catalog(), ms)
}

/** What the present does not know any more, or not in that deployment. */
function seriesGone(then: Catalog, present: Catalog): readonly SeriesKey[] {
  if (then === present) return []
  const known = new Map(present.slos.map(({ id, deployments }) => [id, deployments]))
  return then.slos.flatMap(({ id, deployments }) =>
    deployments
      .filter((deployment) => !known.get(id)?.includes(deployment))
      .map((deployment) => ({ sloId: id, deployment })),
  )
}

/** All corrections are those of the present catalog, and these. */
function withThoseOf(corrections: CorrectionStore, gone: readonly SeriesKey[]): CorrectionStore {
  if (gone.length === 0) return corrections
  return {
    ...corrections,
    all: async () => {
      const lists = gone.map(async (series) =>
        (await corrections.list(series)).map((correction) => ({ series, correction })),
      )
      return [...(await corrections.all()), ...(await Promise.all(lists)).flat()]
    },
  }
}

/** Those whose targets, of themselves or promised to customers, are others now, or which are gone. */
function slosOfOtherTargets(then: Catalog, present: Catalog): ReadonlySet<string> {
  const known = new Map(present.slos.map((slo) => [slo.id, slo]))
  const isSame = (slo: Slo) => {
    const now = known.get(slo.id)
    return now?.versions.length === slo.versions.length && now.slaVersions?.length === slo.slaVersions?.length
  }
  return new Set(then.slos.flatMap((slo) => (isSame(slo) ? [] : [slo.id])))
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
  { lateChanges = [], endedHour, ...life }: Lifetime,
  later: readonly SeriesRestatement[],
  { hour, knownUntil }: Readonly<{ hour: Hour; knownUntil: Hour }>,
): Lifetime {
  const [first] = later
  const beganHour = Math.min(hour, (first === undefined ? life.beganHour : first.beganHour) ?? hour)
  // Of what came before anybody noted what had been said, the hours count, and so does when they came.
  const isUndone = ({ fromHour, toHour, at }: LateChange) =>
    (hourFromIso(at) ?? knownUntil) > knownUntil &&
    later.some((one) => one.fromHour < toHour && one.toHour > fromHour)
  return {
    ...life,
    beganHour,
    endedHour: endedHour !== null && endedHour > knownUntil ? null : endedHour,
    lateChanges: lateChanges.filter((change) => !isUndone(change)),
  }
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
