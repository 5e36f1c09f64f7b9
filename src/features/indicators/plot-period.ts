import type { PeriodOnWire } from '../../contract/catalog.ts'

/** A period as a plot along the periods takes it. */
export function plotPeriod({ id, name, start, end, isOpen }: PeriodOnWire) {
  return { id, name, fromMs: Date.parse(start), toMs: Date.parse(end), isOpen }
}
