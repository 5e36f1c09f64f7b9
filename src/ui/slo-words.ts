import { NARROW_SPACE } from './figure.tsx'

const units = [
  { ms: 3_600_000, name: 'h' },
  { ms: 60_000, name: 'min' },
  { ms: 1_000, name: 's' },
] as const

/** "< 400 ms", "< 2 s", "< 15 min": in the largest unit that keeps the figure whole. */
export function thresholdWords(thresholdMs: number): string {
  return `<${NARROW_SPACE}${limitWords(thresholdMs)}`
}

export function limitWords(thresholdMs: number): string {
  const unit = units.find(({ ms }) => thresholdMs % ms === 0) ?? { ms: 1, name: 'ms' }
  return `${thresholdMs / unit.ms}${NARROW_SPACE}${unit.name}`
}

/** 1 h, 6 h, 1 d, 3 d: the long window of an alert rule. */
export function windowWords(hours: number): string {
  return hours % 24 === 0 ? `${hours / 24}${NARROW_SPACE}d` : `${hours}${NARROW_SPACE}h`
}
