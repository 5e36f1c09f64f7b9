const MS_PER_HOUR = 3_600_000

/** An RFC 3339 instant on the charts' axis: hours since 1970, with its minutes as a fraction. */
export function hourOfInstant(iso: string): number {
  return Date.parse(iso) / MS_PER_HOUR
}

export function msOfHour(hour: number): number {
  return hour * MS_PER_HOUR
}
