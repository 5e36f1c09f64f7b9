import { depletionSpeed } from './episode.ts'

type Columns = Readonly<{ hour: readonly string[]; good: readonly number[]; total: readonly number[] }>

/** The share of the grant that the rows took whose hour the test takes. Null without a grant. */
function taken(
  { hour, good, total }: Columns,
  grant: number,
  isTaken: (hour: string) => boolean,
): number | null {
  if (grant <= 0) return null
  let bad = 0
  for (const [row, start] of hour.entries()) if (isTaken(start)) bad += (total[row] ?? 0) - (good[row] ?? 0)
  return bad / grant
}

/** The share of the grant between two instants, `to` exclusive. Instants are RFC 3339 in UTC, which sort as they follow each other. */
export function depletionBetween(columns: Columns, grant: number, from: string, to: string): number | null {
  return taken(columns, grant, (hour) => hour >= from && hour < to)
}

export type LastHour = Readonly<{
  /** % of the budget per hour. */
  speed: number
  /** Until nothing is left if it goes on like that; null when it took nothing, or nothing is left. */
  hoursLeft: number | null
}>

/** Of the last hour that was measured. Null without one, and without a grant. */
export function lastHour(columns: Columns, grant: number, remaining: number | null): LastHour | null {
  const last = columns.hour.at(-1)
  const share = last === undefined ? null : taken(columns, grant, (hour) => hour === last)
  if (share === null || remaining === null) return null
  return {
    speed: depletionSpeed(share, 1),
    hoursLeft: share <= 0 || remaining <= 0 ? null : remaining / share,
  }
}

/** The speed that uses the whole grant in the period and no more. */
export function evenPaceSpeed(periodHours: number): number {
  return depletionSpeed(1, periodHours)
}

export type Exhaustion = Readonly<{
  atMs: number
  /** What says so: it has happened, the rates of the last day and week, or the last hour alone. */
  by: 'fact' | 'rates' | 'last-hour'
  /** When the last hour, going on, would end it sooner than the rates do. */
  soonerMs: number | null
}>

/**
 * The rates decide; the last hour says how bad it can become. Where they see no end, what it would bring within the period
 * is named all the same: at the beginning of a fire it is the only thing that knows of it. Null: no end in sight.
 */
export function exhaustionInSight(
  exhaustedMs: number | null,
  projectedMs: number | null,
  lastHourMs: number | null,
  periodEndMs: number,
): Exhaustion | null {
  if (exhaustedMs !== null) return { atMs: exhaustedMs, by: 'fact', soonerMs: null }
  if (projectedMs !== null) {
    const isSooner = lastHourMs !== null && lastHourMs < projectedMs
    return { atMs: projectedMs, by: 'rates', soonerMs: isSooner ? lastHourMs : null }
  }
  if (lastHourMs === null || lastHourMs >= periodEndMs) return null
  return { atMs: lastHourMs, by: 'last-hour', soonerMs: null }
}
