import type { Deployment, Runbook } from '../../../src/contract/catalog.ts'
import type { ServiceProfile } from '../../../src/contract/service-profile.ts'
import type { PeriodScheme } from '../../../src/domain/period.ts'
import type { Policy } from '../../../src/domain/policy.ts'

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
  /** What to do when it breaks; null where none is agreed. */
  runbook: Runbook | null
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

/** What only a Service of ours says; an OpenSLO Service says none of it. */
export type ServiceFacts = Readonly<
  Omit<ServiceProfile, 'slug' | 'name' | 'team' | 'description' | 'deployments'>
>

export type CodedService = Named &
  Readonly<{
    team: string
    description: string
    deployments: readonly string[]
    facts: ServiceFacts | null
  }>

export type CodedDataSource = Named &
  Readonly<{ description: string; type: string; connectionDetails: unknown }>

export type CodedPolicy = Policy

/** The link of a contract is a link, the terms are for people: nothing is computed from them. */
export type PenaltyTerms = Readonly<{
  terms: string
  currency: string | null
  yearlyRevenue: number | null
  refundShare: number | null
  slotMinutes: number | null
}>

export type CodedContract = Named &
  Readonly<{
    functionality: string
    /** Names; empty for every customer. */
    customers: readonly string[]
    tier: string | null
    /** The first day on which it holds; null where nobody said, and all that is known is judged by it. */
    since: string | null
    sli: string
    target: number
    /** The id of the SLO whose events it is measured by. */
    journey: string | null
    /** Ids of SLOs that have an SLA. */
    parts: readonly string[]
    deployments: readonly string[]
    penalty: PenaltyTerms | null
    url: string | null
  }>

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** Wall clock of the rotation's time zone; `to` before `from` lies on the next day, 24:00 is the end of the day. */
export type Shift = Readonly<{ weekdays: readonly (typeof weekdays)[number][]; from: string; to: string }>

export type RotationTerms = Readonly<{
  timeZone: string
  shifts: readonly Shift[]
  primaryPeople: number
  backupPeople: number
  /** How many of them another rotation counts too; null where nobody said. */
  sharedPeople: number | null
}>

export type CodedRotation = Named &
  RotationTerms &
  Readonly<{
    description: string
    team: string
    services: readonly string[]
    deployments: readonly string[]
  }>

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
  contracts: readonly CodedContract[]
  policies: readonly CodedPolicy[]
  rotations: readonly CodedRotation[]
}>
