import type { Deployment, Endpoint, Release, Service, Sli, Slo } from '../src/contract/catalog.ts'
import type { Buckets } from '../src/domain/buckets.ts'
import type { Correction } from '../src/domain/correction.ts'
import type { Hour } from '../src/domain/hours.ts'
import type { PeriodScheme } from '../src/domain/period.ts'

export type SeriesKey = Readonly<{ sloId: string; deployment: string }>

/** A store throws it when it cannot answer at the moment; clients get 503 and may try again. */
export class StoreUnavailableError extends Error {
  override name = 'StoreUnavailableError'
}

/** What is agreed: changes rarely, is small enough to hold, and carries no measurement. */
export type Catalog = Readonly<{
  organization: Readonly<{ slug: string; name: string; isSimulated: boolean }>
  periodScheme: PeriodScheme
  teams: readonly Readonly<{ slug: string; name: string }>[]
  deployments: readonly Deployment[]
  services: readonly Service[]
  endpoints: readonly Endpoint[]
  slis: readonly Sli[]
  /** Explicit ones and those that service defaults give to endpoints. */
  slos: readonly Slo[]
}>

/** What is measured. A read of hours that were never measured gives no rows, not zeros. */
export type BucketStore = Readonly<{
  /** [fromHour, toHour) of one series. */
  read(series: SeriesKey, fromHour: Hour, toHour: Hour): Promise<Buckets>
  /** When the series was first measured, and when it ended if it did. */
  lifetime(series: SeriesKey): Promise<Readonly<{ beganHour: Hour; endedHour: Hour | null }>>
  /** The first hour that is not complete yet: everything before it is past. */
  nowHour(): Promise<Hour>
  /** The oldest hour held. */
  fromHour(): Promise<Hour>
  /** Differs after every change of hours that were already past, or of corrections. Left out where the past never changes. */
  revision?(): Promise<number>
}>

export type ReleaseStore = Readonly<{
  /** Releases at or after `fromHour` and before `toHour`, newest first. */
  list(
    filter: Readonly<{
      services?: readonly string[]
      deployments?: readonly string[]
      fromHour: Hour
      toHour: Hour
    }>,
  ): Promise<readonly Release[]>
}>

type CorrectionStore = Readonly<{
  list(series: SeriesKey): Promise<readonly Correction[]>
}>

/** All the API needs from the world; one implementation behind Node, another in the browser, one suite for both. */
export type ApiDeps = Readonly<{
  catalog(): Promise<Catalog>
  buckets: BucketStore
  releases: ReleaseStore
  corrections: CorrectionStore
  /**
   * The series whose measurements, lifetime, targets and corrections are the same as this one's, so that what is derived
   * from them can be shared; the series itself where there is none.
   */
  sameMeasurementsAs?(series: SeriesKey): SeriesKey
  /** Milliseconds since the epoch; the only clock there is. */
  now(): number
  /** Where causes of internal errors go; never to the client. */
  report(error: unknown): void
}>
