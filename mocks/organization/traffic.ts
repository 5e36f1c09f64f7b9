import { hourOfWeek, type Hour } from '../../src/domain/hours.ts'

/** Local hour of day, 0 to 23: travellers plan in the evening, offices work by day, machines never sleep. */
const hoursOfDay = {
  travellers: [
    30, 20, 14, 11, 12, 20, 42, 74, 98, 112, 120, 126, 130, 126, 120, 118, 124, 138, 156, 172, 176, 154, 108,
    60,
  ],
  office: [
    16, 12, 10, 10, 14, 28, 62, 118, 178, 206, 210, 196, 170, 188, 200, 190, 164, 122, 84, 62, 48, 38, 28, 20,
  ],
  machines: [
    96, 94, 92, 92, 92, 94, 98, 102, 106, 106, 104, 104, 102, 102, 104, 104, 104, 106, 106, 104, 102, 100, 98,
    96,
  ],
} as const

/** Monday to Sunday. */
const daysOfWeek = {
  travellers: [104, 98, 94, 96, 102, 94, 112],
  office: [126, 124, 122, 120, 112, 52, 44],
  machines: [101, 101, 101, 101, 100, 98, 98],
} as const

export type Rhythm = keyof typeof hoursOfDay

/** What each deployment gets of a service's traffic, and its clock. Winter time all year: clock changes would tear the shape. */
const regions: Readonly<Record<string, Readonly<{ share: number; utcOffset: number }>>> = {
  'prod-eu': { share: 1, utcOffset: 1 },
  'prod-us': { share: 0.78, utcOffset: -5 },
  'prod-jp': { share: 0.44, utcOffset: 9 },
  staging: { share: 0.12, utcOffset: 1 },
}

/** Expected events in each hour of the week, Monday 00:00 UTC first; `perHour` is the mean in the largest region. */
export function expectedWeek(rhythm: Rhythm, deployment: string, perHour: number): Float64Array {
  const region = regions[deployment] ?? { share: 1, utcOffset: 0 }
  const week = new Float64Array(168)
  let sum = 0
  for (let utc = 0; utc < 168; utc += 1) {
    const local = (utc + region.utcOffset + 168) % 168
    const weight = (hoursOfDay[rhythm][local % 24] ?? 0) * (daysOfWeek[rhythm][Math.floor(local / 24)] ?? 0)
    week[utc] = weight
    sum += weight
  }
  const scale = (perHour * region.share * 168) / sum
  return week.map((weight) => weight * scale)
}

/** Exact, so that a story can be placed as a share of the grant. */
export function expectedBetween(week: Float64Array, fromHour: Hour, toHour: Hour): number {
  let sum = 0
  for (let hour = fromHour; hour < toHour; hour += 1) sum += week[hourOfWeek(hour)] ?? 0
  return sum
}
