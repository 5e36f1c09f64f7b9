const MS_PER_HOUR = 3_600_000
const DAY_LENGTH = '2026-11-18'.length
const fullHour = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):00:00Z$/

/** An RFC 3339 instant on the charts' axis: hours since 1970, with its minutes as a fraction. */
export function hourOfInstant(iso: string): number {
  return Date.parse(iso) / MS_PER_HOUR
}

/** Those of a column, which go on by hours: a day is read once, a year of them costs as much as its days. */
export function hoursOfInstants(instants: readonly string[]): readonly number[] {
  let day = ''
  let dayHour = 0
  return instants.map((iso) => {
    if (!fullHour.test(iso)) return hourOfInstant(iso)
    if (!iso.startsWith(day) || day === '') {
      day = iso.slice(0, DAY_LENGTH)
      dayHour = hourOfInstant(`${day}T00:00:00Z`)
    }
    return dayHour + Number(iso.slice(DAY_LENGTH + 1, DAY_LENGTH + 3))
  })
}

export function msOfHour(hour: number): number {
  return hour * MS_PER_HOUR
}
