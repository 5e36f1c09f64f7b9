import type { CoverageHint } from './on-call-staffing.ts'
import type { TrendDirection } from './trend.ts'

/** Fewer than this share of its periods kept is a sign of need; fewer than the other is told in red. */
export const LOW_ADHERENCE = 0.9
export const VERY_LOW_ADHERENCE = 0.5

export const needSigns = ['adherence', 'on-call', 'tickets', 'recovery'] as const
type NeedSign = (typeof needSigns)[number]

export type CapacityEvidence = Readonly<{
  /** Of its SLOs' closed periods with a verdict, the share that was kept; null where none has one. */
  fulfilmentRate: number | null
  rotationCount: number
  /** Rotations of one person. */
  singlePersonCount: number
  /** What the references say of the cover of each of its services; null where there is nothing to say. */
  hints: readonly (CoverageHint | null)[]
  tickets: TrendDirection | null
  recovery: TrendDirection | null
}>

/** Of each sign whether it is seen; null where the data cannot tell. */
export type CapacitySigns = Readonly<Record<NeedSign, boolean | null>>

export function capacitySigns(evidence: CapacityEvidence): CapacitySigns {
  return {
    adherence: evidence.fulfilmentRate === null ? null : evidence.fulfilmentRate < LOW_ADHERENCE,
    'on-call': isNotManned(evidence),
    tickets: isGrowing(evidence.tickets),
    recovery: isGrowing(evidence.recovery),
  }
}

/** No rotation, one that a single person stands in, or cover below what the service's promise asks for. */
function isNotManned({ rotationCount, singlePersonCount, hints }: CapacityEvidence): boolean {
  if (rotationCount === 0 || singlePersonCount > 0) return true
  return hints.includes('no-rotation-reliability-endangered') || hints.includes('consider-24x7')
}

function isGrowing(direction: TrendDirection | null): boolean | null {
  return direction === null ? null : direction === 'upward'
}

/** No verdict follows from the count: whom to give people to is decided by people. */
export function signCount(signs: CapacitySigns): Readonly<{ seen: number; unknown: number }> {
  const all = needSigns.map((sign) => signs[sign])
  return {
    seen: all.filter((sign) => sign === true).length,
    unknown: all.filter((sign) => sign === null).length,
  }
}
