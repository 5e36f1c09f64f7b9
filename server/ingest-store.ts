import type { Build } from '../src/contract/builds.ts'
import type { Release } from '../src/contract/catalog.ts'
import type { BucketLine, EndpointStat } from '../src/contract/ingest-lines.ts'
import type { Incident, ReportedBreach, Rotation, Ticket } from '../src/contract/records.ts'

/** `minute` counts from 1970 in UTC. */
type FineBucket = Readonly<{ minute: number; seconds: 60 | 300; good: number; total: number }>

/** Who sends it, for the audit log. A webhook is known by its signature and has the name of its settings. */
export type Sender = Readonly<{ kind: 'person' | 'token' | 'webhook'; id: string; name: string }>

/**
 * Where what is sent is kept: each call whole or not at all, and for good when it has returned. The same key again
 * replaces what was held. The counts are of rows that are new or differ from what was held.
 */
export type IngestStore = Readonly<{
  /** The same store, with everything that is written recorded in the audit log as this sender's. */
  as(sender: Sender): IngestStore
  /** Of series of the catalog, and of spans that are over. Hours first, then what is finer, each whole or not at all. */
  writeBuckets(lines: readonly BucketLine[]): Promise<void>
  /** Why a bucket finer than an hour would not be kept; null where it would. */
  refusedFineBucket(bucket: FineBucket): Readonly<{ detail: string; hint: string }> | null
  writeEndpointStats(stats: readonly EndpointStat[]): Promise<number>
  writeReleases(releases: readonly Release[]): Promise<number>
  writeBuilds(builds: readonly Build[]): Promise<number>
  writeIncidents(incidents: readonly Incident[]): Promise<number>
  writeTickets(tickets: readonly Ticket[]): Promise<number>
  writeRotations(rotations: readonly Rotation[]): Promise<number>
  /** A breach that ended stays so, whatever comes later. */
  writeBreaches(breaches: readonly ReportedBreach[]): Promise<number>
  /** Makes an incident of what was held under its id and what is told now; nobody else changes it meanwhile. */
  changeIncident(id: string, change: (held: Incident | null) => Incident): Promise<number>
}>
