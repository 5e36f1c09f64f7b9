import { NARROW_SPACE } from '../../ui/figure.tsx'

const units = [
  { ms: 3_600_000, name: 'h' },
  { ms: 60_000, name: 'min' },
  { ms: 1_000, name: 's' },
] as const

/** "< 400 ms", "< 2 s", "< 15 min": in the largest unit that keeps the figure whole. */
export function thresholdWords(thresholdMs: number): string {
  const unit = units.find(({ ms }) => thresholdMs % ms === 0) ?? { ms: 1, name: 'ms' }
  return `<${NARROW_SPACE}${thresholdMs / unit.ms}${NARROW_SPACE}${unit.name}`
}
