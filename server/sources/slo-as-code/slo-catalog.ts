import type { Deployment } from '../../../src/contract/catalog.ts'
import type { PeriodScheme } from '../../../src/domain/period.ts'

/**
 * What the value of a query means for a window of time. `running-count`: a counter that only grows.
 * `events`: events within {{.window}}. `per-second`: events a second within {{.window}}. `sample`: one value at a time.
 */
export type Reading = 'running-count' | 'events' | 'per-second' | 'sample'

/** PromQL with the placeholders {{.window}}, {{.deployment}}, {{.verb}} and {{.path}} still in it. */
export type Query = Readonly<{ promql: string; reading: Reading; source: string | null }>

export type Operator = 'lt' | 'lte' | 'gt' | 'gte'

export type Measurement =
  | Readonly<{ kind: 'good-total'; good: Query; total: Query }>
  | Readonly<{ kind: 'bad-total'; bad: Query; total: Query }>
  /** A share computed elsewhere; the number of events behind it is unknown. */
  | Readonly<{ kind: 'ratio'; ratio: Query; of: 'good' | 'bad' }>
  /** Good while the value compares so: the samples are the events. */
  | Readonly<{ kind: 'threshold'; metric: Query; operator: Operator; value: number }>

/** What the file says. The app accounts every budget by the organization's periods. */
export type AgreedWindow =
  | Readonly<{ kind: 'rolling'; duration: string }>
  | Readonly<{ kind: 'calendar'; duration: string; startTime: string; timeZone: string }>

export type BudgetingMethod =
  | Readonly<{ kind: 'occurrences' }>
  /** Slices of time are the events; a slice is good where at least this share of it is. */
  | Readonly<{ kind: 'timeslices'; sliceMinutes: number; sliceTarget: number }>
  /** The mean over slices, each weighing the same whatever its traffic. */
  | Readonly<{ kind: 'ratio-timeslices'; sliceMinutes: number }>

export type Objective = Readonly<{
  /** A share, above 0 and at most 1. */
  target: number
  thresholdMs: number | null
  /** Incident priority 1 (highest) to 5, null for none. */
  priority: number | null
  window: AgreedWindow | null
  method: BudgetingMethod
  measurement: Measurement
}>

export type CodedSlo = Objective &
  Readonly<{
    /** service.sli.slug */
    id: string
    slug: string
    service: string
    sli: string
    name: string
    description: string
    /** "POST /charge"; null where the SLO covers the whole service. */
    endpoint: string | null
    flavor: 'explicit' | 'default'
    deployments: readonly string[]
    slaTarget: number | null
  }>

/** Holds for every endpoint of the service that has no explicit SLO of this SLI. */
export type CodedDefaultSlo = Objective &
  Readonly<{
    service: string
    sli: string
    name: string
    description: string
    /** Endpoints that no explicit SLO names. */
    endpoints: readonly string[]
    deployments: readonly string[]
  }>

type Named = Readonly<{ slug: string; name: string }>

export type CodedService = Named &
  Readonly<{ team: string; description: string; deployments: readonly string[] }>

export type CodedDataSource = Named &
  Readonly<{ description: string; type: string; connectionDetails: unknown }>

/** What the files agree on, free of the format each part was written in. Every list is sorted by its slug or id. */
export type SloCatalog = Readonly<{
  organization: Named
  periodScheme: PeriodScheme
  teams: readonly Named[]
  deployments: readonly Deployment[]
  services: readonly CodedService[]
  dataSources: readonly CodedDataSource[]
  defaultSlos: readonly CodedDefaultSlo[]
  slos: readonly CodedSlo[]
}>
