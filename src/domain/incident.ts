import { type Instant, minutesBetween } from './instant.ts'

/** Who saw it first. */
export const detectors = ['slo', 'monitoring', 'employee', 'support', 'stakeholder', 'customer'] as const
export type Detector = (typeof detectors)[number]

/** As the on-call tool has it; what it does not know is null. It is not resolved before it is created. */
export type Incident = Readonly<{
  id: string
  services: readonly string[]
  /** Empty where nobody said: then it concerns every deployment of its services. */
  deployments: readonly string[]
  /** When users began to be affected. */
  startedMs: Instant | null
  detectedMs: Instant | null
  createdMs: Instant
  /** Null while it is open. */
  resolvedMs: Instant | null
  detectedBy: Detector | null
}>

/** From its creation in the tool to its resolution; null while it is open. */
export function recoveryMinutes({ createdMs, resolvedMs }: Incident): number | null {
  return resolvedMs === null ? null : minutesBetween(createdMs, resolvedMs)
}

/**
 * From the first affected user to the one who noticed; null where either is unknown. The creation in the tool stands in for
 * neither: an incident is often written down long after it was seen.
 */
export function detectionMinutes({ startedMs, detectedMs }: Incident): number | null {
  return startedMs === null || detectedMs === null ? null : minutesBetween(startedMs, detectedMs)
}

/** Shares of the incidents of which is known who saw them first; null where that is known of none. */
export type DetectionQuality = Readonly<{
  knownCount: number
  /** Seen first by the owner's own SLOs or monitoring. */
  firstToDetect: number | null
  /** Seen first by support, a stakeholder or a customer: outages that were not detected internally. */
  notDetectedInternally: number | null
}>

const outside: readonly Detector[] = ['support', 'stakeholder', 'customer']

/** An outage that was not detected internally. */
export function isSeenOutsideFirst({ detectedBy }: Pick<Incident, 'detectedBy'>): boolean {
  return detectedBy !== null && outside.includes(detectedBy)
}

/** A colleague who stumbles on it is internal, but not the owner's own eyes: neither share counts those. */
export function detectionQuality(incidents: readonly Pick<Incident, 'detectedBy'>[]): DetectionQuality {
  const known = incidents.map(({ detectedBy }) => detectedBy).filter((detector) => detector !== null)
  const share = (some: readonly Detector[]) =>
    known.length === 0 ? null : known.filter((detector) => some.includes(detector)).length / known.length
  return {
    knownCount: known.length,
    firstToDetect: share(['slo', 'monitoring']),
    notDetectedInternally: share(outside),
  }
}
