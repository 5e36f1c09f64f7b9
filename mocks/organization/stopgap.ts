import type { Hour } from '../../src/domain/hours.ts'
import type { Period } from '../../src/domain/period.ts'

const WEEK = 168
const FIRST_MONDAY = 96

export const hourOfWeek = (hour: Hour): number => (((hour - FIRST_MONDAY) % WEEK) + WEEK) % WEEK
export const isoFromHour = (hour: Hour): string => `${new Date(hour * 3_600_000).toISOString().slice(0, 19)}Z`

function yearStart(year: number): Hour {
  const fourth = Date.UTC(year, 0, 4) / 3_600_000
  return fourth - hourOfWeek(fourth)
}

function periodAt(hour: Hour): Period {
  const guess = new Date(hour * 3_600_000).getUTCFullYear() + 1
  const year = [guess, guess - 1, guess - 2].find((one) => yearStart(one) <= hour) ?? guess
  const index = Math.min(12, Math.floor((hour - yearStart(year)) / 672))
  const startHour = yearStart(year) + index * 672
  const endHour = index === 12 ? yearStart(year + 1) : startHour + 672
  const name = `P${index + 1}`
  return { id: `${year}-P${String(index + 1).padStart(2, '0')}`, name, startHour, endHour }
}

export function periodsBetween(_scheme: unknown, fromHour: Hour, toHour: Hour): readonly Period[] {
  const periods: Period[] = []
  for (let hour = fromHour; hour < toHour; hour = periodAt(hour).endHour) periods.push(periodAt(hour))
  return periods
}

type Objective = Readonly<{ target: number; thresholdMs: number | null }>
export function effectiveSlos(explicit: readonly Objective[], fallback: Objective | null) {
  if (explicit.length > 0) return explicit.map((one) => ({ ...one, flavor: 'explicit' as const }))
  return fallback ? [{ ...fallback, flavor: 'default' as const }] : []
}
