import type { CatalogState } from '../src/contract/catalog-state.ts'
import type { Build } from '../src/contract/builds.ts'
import type { Deployment, Endpoint, Release, Service, Sli, Slo } from '../src/contract/catalog.ts'
import type { Contract } from '../src/contract/contracts.ts'
import type { ServiceProfile } from '../src/contract/service-profile.ts'
import type { AccessStore } from './access-ports.ts'
import type { CorrectionStore } from './correction-ports.ts'
import type { EntryStore } from './entry-ports.ts'
import type { Buckets } from '../src/domain/buckets.ts'
import type { FineBuckets, Minute } from '../src/domain/fine-buckets.ts'
import type { EndpointFigures, Incident, ReportedBreach, Rotation, Ticket } from '../src/contract/records.ts'
import type { Hour } from '../src/domain/hours.ts'
import type { Restatement } from '../src/domain/hours-known-then.ts'
import type { HourRange } from '../src/domain/time-window.ts'
import type { LateChange } from '../src/domain/restatement.ts'
import type { Period, PeriodScheme } from '../src/domain/period.ts'
import type { Policy } from '../src/domain/policy.ts'
import type { RulesInForce } from './breaches/team-timelines.ts'
import type { FigureName, PeriodFigures } from './budgets/period-figures.ts'
import type { Member } from './budgets/series.ts'

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
  /** Those that run, and those of which something is measured. */
  services: readonly Service[]
  /** What the service catalog says of them, and of those that are planned or made of others. Not all have one. */
  profiles: readonly ServiceProfile[]
  endpoints: readonly Endpoint[]
  slis: readonly Sli[]
  /** Explicit ones and those that service defaults give to endpoints. */
  slos: readonly Slo[]
  /** What was promised to customers, and rests on the endpoint-level SLAs of the SLOs above. */
  contracts: readonly Contract[]
  /** What teams do when their budgets run low. */
  policies: readonly Policy[]
}>

export type Lifetime = Readonly<{
  beganHour: Hour
  endedHour: Hour | null
  lateChanges?: readonly LateChange[]
}>

/** Tells what all figures of the series over these hours rest on: as long as it is the same, so are they. Null for what was archived. */
export type MarkOf = (series: SeriesKey, hours: HourRange) => string | null

/** `beganHour` is that of the series until then, null where it had none. */
export type SeriesRestatement = SeriesKey & Restatement & Readonly<{ beganHour: Hour | null }>

/** Until the end of which hour that counts as known which had come when data first went up to another; the oldest hour held then, null where it is the same now. */
export type Horizon = Readonly<{ knownUntil: Hour; fromHour: Hour | null }>

/** What is measured. A read of hours that were never measured gives no rows, not zeros. */
export type BucketStore = Readonly<{
  /** [fromHour, toHour) of one series. */
  read(series: SeriesKey, fromHour: Hour, toHour: Hour): Promise<Buckets>
  /** Counts finer than hours in [fromMinute, toMinute), of the hour that is not over too. Left out where none are held. */
  readFine?(series: SeriesKey, fromMinute: Minute, toMinute: Minute): Promise<FineBuckets>
  /** When the series was first measured, when it ended if it did, and what came after later hours had. */
  lifetime(series: SeriesKey): Promise<Lifetime>
  /** The first hour that is not complete yet: everything before it is past. */
  nowHour(): Promise<Hour>
  /** The oldest hour held. */
  fromHour(): Promise<Hour>
  /** What hours said before they changed after they had been told. Left out where they never do. */
  restatements?: Readonly<{
    horizon(hour: Hour): Promise<Horizon>
    /** Since when they are kept, RFC 3339; null where they always were. */
    keptFrom?(): Promise<string | null>
    /** Of hours before `beforeHour`, those that came after the end of `afterHour`; as they came, oldest first. */
    list(asked: Readonly<{ afterHour: Hour; beforeHour: Hour }>): Promise<readonly SeriesRestatement[]>
  }>
  /** Differs after every change of hours that were already past, or of corrections. Left out where the past never changes. */
  revision?(): Promise<number>
  /** Finer than `revision`, for series one by one. Left out where the past hardly changes. */
  marks?(): Promise<MarkOf>
}>

export type ReleaseStore = Readonly<{
  /** Releases at or after `fromHour` and before `toHour`, newest first. */
  list(
    filter: Readonly<{
      services?: readonly string[]
      deployments?: readonly string[]
      fromHour: Hour
      toHour: Hour
      /** As RecordFilter has it. */
      knownUntil?: Hour
    }>,
  ): Promise<readonly Release[]>
}>

export type BuildStore = Readonly<{
  /** Builds that started at or after `fromHour` and before `toHour`, newest first. */
  list(
    filter: Readonly<{ services?: readonly string[]; fromHour: Hour; toHour: Hour; knownUntil?: Hour }>,
  ): Promise<readonly Build[]>
}>

/** What is left out is not filtered by. A record that concerns several services is found by each of them. */
export type RecordFilter = Readonly<{
  services?: readonly string[]
  deployments?: readonly string[]
  /** RFC 3339 in UTC: at or after, and before. */
  from?: string
  to?: string
  /** As they were known at the end of that hour: without what was told since, and as it was told before. */
  knownUntil?: Hour
}>

/** The part of a list after the row at `after`, in the list's order. */
type RecordSpan = Readonly<{ after: readonly string[] | null; limit: number }>
type RecordsFound<Item> = Readonly<{ items: readonly Item[]; totalCount: number }>

/**
 * What other tools tell. Positions are the sort keys, then what makes the row unique: [createdAt, id] of incidents and
 * tickets, [startedAt, id] of breaches, all newest first and then by id; [team, id, since] of rotations and
 * [service, path, verb, deployment] of endpoints ascending.
 */
export type RecordStore = Readonly<{
  /** Differs after every change of what was told. Left out where it only grows with the hours. */
  revision?(): Promise<number>
  /** Since when it is kept when they were told and what they said before, RFC 3339; null where it always was. */
  keptFrom?(): Promise<string | null>
  incidents(
    filter: RecordFilter & Readonly<{ isOpen?: true }>,
    span: RecordSpan,
  ): Promise<RecordsFound<Incident>>
  /** A ticket without a service or deployment is found only where none is asked for. */
  tickets(
    filter: RecordFilter & Readonly<{ isReliability?: true }>,
    span: RecordSpan,
  ): Promise<RecordsFound<Ticket>>
  /** Those in force at some time of the range. */
  rotations(
    filter: RecordFilter & Readonly<{ teams?: readonly string[] }>,
    span: RecordSpan,
  ): Promise<RecordsFound<Rotation>>
  endpointFigures(filter: RecordFilter, span: RecordSpan): Promise<RecordsFound<EndpointFigures>>
  breaches(
    filter: RecordFilter & Readonly<{ isOpen?: true }>,
    span: RecordSpan,
  ): Promise<RecordsFound<ReportedBreach>>
}>

/**
 * What was worked out of the hours of a period when they arrived. In the order asked for; undefined where there is nothing
 * that still holds, so that it must be worked out anew. A member may stand for an SLO or for what was promised by others
 * about the same hours.
 */
export type SummaryStore = Readonly<{
  read<Name extends FigureName>(
    figure: Name,
    members: readonly Member[],
    period: Period,
    moment: Readonly<{ nowHour: Hour; rules: RulesInForce }>,
  ): Promise<readonly (PeriodFigures[Name] | undefined)[]>
}>

export type EditedFile = Readonly<{ fileName: string; before: string; after: string }>

/** How far the collector has come with one series, and what keeps it. */
type FeedStanding = Readonly<{
  source: string | null
  /** The end of the last hour that came. */
  fedUpToHour: Hour | null
  fedAtMs: number | null
  triedAtMs: number
  failure: Readonly<{ kind: string; reason: string; sinceMs: number }> | null
  nextTryAtMs: number | null
}>

export type SeriesFeed = SeriesKey &
  Readonly<{
    /** A query fills it. */
    isMeasured: boolean
    /** Null before the collector has come to it. */
    progress: FeedStanding | null
  }>

/** Addresses with names in braces, such as {service} or {deployment}, to be filled in. */
export type LinkTemplates = Readonly<{
  links: readonly Readonly<{ name: string; url: string }>[]
  /** Of an incident whose tool told none; {id} is filled in. */
  incident: string | null
}>

export type StoreChanges = Readonly<{
  hours: number
  past: number
  records: number
  catalog: number
  entries: number
}>

/** `isWhole`: in every deployment. */
export type Archived = Readonly<{ at: string; by: string; reason: string; isWhole: boolean }>

/** All the API needs from the world; one implementation behind Node, another in the browser, one suite for both. */
export type ApiDeps = Readonly<{
  catalog(): Promise<Catalog>
  /** As it stood before this moment, in milliseconds since the epoch. Left out where nothing of it changes but targets. */
  catalogBefore?(ms: number): Promise<Catalog>
  /** How an SLO, or its part in one deployment, left the catalog; null for what is in it, or never was. Left out where nothing leaves it. */
  archived?(sloId: string, deployment: string | null): Promise<Archived | null>
  buckets: BucketStore
  releases: ReleaseStore
  builds: BuildStore
  corrections: CorrectionStore
  records: RecordStore
  access: AccessStore
  entries: EntryStore
  /** Left out where nothing is kept. */
  summaries?: SummaryStore
  /**
   * Numbers of which each differs after every change of its kind, the same on every server over one store. Left out where
   * what the other ports say of themselves is enough.
   */
  changes?(): Promise<StoreChanges>
  /**
   * What is asked of the ports within looks at the store once, when it first asks: a request that only reads is answered of
   * one moment. Left out where to look costs nothing.
   */
  answering?<Value>(answer: () => Promise<Value>): Promise<Value>
  /** Of these SLOs, or of all. Left out where measurements are computed as they are asked for. */
  feeds?(sloIds: readonly string[] | null): Promise<readonly SeriesFeed[]>
  /**
   * The series whose measurements, lifetime, targets and corrections are the same as this one's, so that what is derived
   * from them can be shared; the series itself where there is none.
   */
  sameMeasurementsAs?(series: SeriesKey): SeriesKey
  /** Where to look further. Left out where nobody said. */
  links?: LinkTemplates
  /** How the catalog came to be what it is. Left out where it is made up and nobody changes it. */
  catalogState?(): Promise<CatalogState>
  /** How the file of an SLO would read with another target; null where it stands in none that is at hand. */
  editedTarget?(sloId: string, target: number, reason: string): Promise<EditedFile | null>
  /** The SLO as a file would say it with another target, for where there is no file. Left out: from what the API serves. */
  targetDocument?(sloId: string, target: number): Promise<string | null>
  /** Milliseconds since the epoch; the only clock there is. */
  now(): number
  /** Where causes of internal errors go; never to the client. */
  report(error: unknown): void
}>
