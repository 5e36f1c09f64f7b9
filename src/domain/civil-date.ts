/** A day of the proleptic Gregorian calendar in UTC. Month and day count from 1. */
export type CivilDate = Readonly<{ year: number; month: number; day: number }>

const DAYS_PER_400_YEARS = 146_097
/** From 0000-03-01 to 1970-01-01. Years that begin in March put the leap day last, which keeps the sums free of cases. */
const DAYS_TO_UNIX_EPOCH = 719_468

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Days since 1970-01-01. Months beyond 1 to 12 run on into the neighbouring years. */
export function dayFromCivil(year: number, month: number, day: number): number {
  const monthFromMarch = floorMod(month - 3, 12)
  const marchYear = year + Math.floor((month - 3) / 12)
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * DAYS_PER_400_YEARS + dayOfEra - DAYS_TO_UNIX_EPOCH
}

export function civilFromDay(dayNumber: number): CivilDate {
  const sinceMarchZero = dayNumber + DAYS_TO_UNIX_EPOCH
  const era = Math.floor(sinceMarchZero / DAYS_PER_400_YEARS)
  const dayOfEra = sinceMarchZero - era * DAYS_PER_400_YEARS
  const leapDays =
    Math.floor(dayOfEra / 1460) -
    Math.floor(dayOfEra / 36_524) +
    Math.floor(dayOfEra / (DAYS_PER_400_YEARS - 1))
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  return {
    year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  }
}

/** The Monday on or before the day. */
export function mondayOf(dayNumber: number): number {
  // 1970-01-01 was a Thursday, three days after its Monday.
  return dayNumber - floorMod(dayNumber + 3, 7)
}

export function monthName(month: number): string {
  return monthNames[month - 1] ?? ''
}

export function padded(value: number, digits: number): string {
  return String(value).padStart(digits, '0')
}

/** Hours before 1970 are negative, and `%` would make their remainders negative too. */
export function floorMod(value: number, modulus: number): number {
  return value - Math.floor(value / modulus) * modulus
}
