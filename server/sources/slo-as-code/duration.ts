const minutesOfUnit: Readonly<Record<string, number>> = { m: 1, h: 60, d: 1440, w: 10_080 }

/** OpenSLO's shorthand: a whole number above 0 and one letter. M, Q and Y are calendar units of no fixed length. */
export const durationPattern = /^[1-9]\d{0,5}[mhdwMQY]$/

/** The length of a shorthand in minutes, or null where it is none or has no fixed length. */
export function minutesOf(duration: string): number | null {
  const unit = minutesOfUnit[duration.slice(-1)]
  return durationPattern.test(duration) && unit !== undefined ? Number(duration.slice(0, -1)) * unit : null
}

/** Prometheus writes 2w, 28d, 500ms, 1h30m. The longest single unit that says the same, in OpenSLO's letters. */
export function shorthandFromPrometheus(duration: string): string | null {
  const ms = msFromPrometheus(duration)
  const minutes = ms === null ? 0 : ms / 60_000
  if (!Number.isInteger(minutes) || minutes < 1) return null
  const [unit, length] = Object.entries(minutesOfUnit)
    .toReversed()
    .find(([name, size]) => name !== 'w' && minutes % size === 0) ?? ['m', 1]
  return `${minutes / length}${unit}`
}

const msOfUnit: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
  y: 31_536_000_000,
}

export function msFromPrometheus(duration: string): number | null {
  if (!/^(?:\d{1,9}(?:ms|[smhdwy]))+$/.test(duration)) return null
  return [...duration.matchAll(/(\d+)(ms|[smhdwy])/g)].reduce(
    (ms, [, count, unit]) => ms + Number(count) * (msOfUnit[unit ?? ''] ?? 0),
    0,
  )
}
