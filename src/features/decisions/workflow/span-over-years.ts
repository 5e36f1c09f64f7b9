import type { PeriodOnWire } from '../../../contract/catalog.ts'

/** "P1–P11", with the year where it began in another one: "P12 of 2025 to P11". */
export function spanOverYears(periods: readonly PeriodOnWire[]): string {
  const [first] = periods
  const last = periods.at(-1)
  if (first === undefined || last === undefined) return 'no closed period'
  if (first === last) return last.name
  const [from, to] = [first.start.slice(0, 4), last.start.slice(0, 4)]
  return from === to ? `${first.name}–${last.name}` : `${first.name} of ${from} to ${last.name}`
}
