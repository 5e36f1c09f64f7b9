import type { Organization } from '../contract/catalog.ts'
import { hourFromIso } from '../domain/hours.ts'
import type { PeriodScheme } from '../domain/period.ts'

/** What the wire says of the accounting periods, as the domain computes with it. */
export function schemeFromWire(scheme: Organization['periodScheme']): PeriodScheme {
  if (scheme.kind !== 'days') return { kind: scheme.kind }
  return { kind: 'days', days: scheme.days, anchorHour: hourFromIso(scheme.from) ?? 0 }
}
