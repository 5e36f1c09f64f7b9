import { hourFromIso, type Hour } from '../../src/domain/hours.ts'
import type { Contract } from '../../src/contract/contracts.ts'
import type { Rotation } from '../../src/contract/records.ts'

/** A run of bad events: from which hour of its period, over how many, and how much of the period's budget. */
type Loss = readonly [fromHour: number, hours: number, percent: number]

/** Losses by the number of their period in 2026. */
export type Losses = Readonly<Record<number, readonly Loss[]>>

export type WorkedSlo = Readonly<{
  service: string
  endpoint: Readonly<{ slug: string; verb: string; path: string }>
  target: number
  /** Availability where it is left out. */
  sli?: 'availability' | 'latency'
  thresholdMs?: number
  /** What was promised to customers; losses are then shares of what may fail of it. */
  slaTarget?: number
  /** What was lost where. */
  losses: Readonly<Record<string, Losses>>
  /** The period it was agreed in; the first where it is left out. */
  since?: number
}>

export type WorkedEndpoint = Readonly<{
  service: string
  verb: string
  path: string
  period: number
  failurePercent: number
  averageMs: number
  maxMs: number
}>

/** A sample of figures: a small organization of which every one of them can be computed. */
export type WorkedPlan = Readonly<{
  name: string
  /** Services by the team that owns them. */
  teams: Readonly<Record<string, readonly string[]>>
  slos: readonly WorkedSlo[]
  contracts?: readonly Pick<Contract, 'slug' | 'name' | 'target' | 'journey' | 'parts'>[]
  /** Versions and when they went out. */
  releases?: readonly Readonly<{ service: string; period: number; hour: number; version: string }>[]
  /** Tickets of a service, by period. */
  tickets?: Readonly<Record<string, readonly number[]>>
  /** Minutes to recovery of incidents of the first service. */
  incidents?: readonly Readonly<{ period: number; minutes: number }>[]
  rotations?: readonly Rotation[]
  endpoints?: readonly WorkedEndpoint[]
}>

export const PERIOD_HOURS = 672
/** The budget of every SLO here in a period of four weeks, in events, whatever its target: one percent is 420 of them. */
export const BUDGET = 42_000
const FIRST_PERIOD: Hour = hourFromIso('2025-12-29T00:00:00Z') ?? 0

/** The first twelve have four weeks each. */
export function startOf(period: number): Hour {
  return FIRST_PERIOD + (period - 1) * PERIOD_HOURS
}
