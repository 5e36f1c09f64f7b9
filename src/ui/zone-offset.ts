// Not in every browser yet; where it is, the zone's name costs nothing.
declare const Temporal: Readonly<{ Now: Readonly<{ timeZoneId(): string }> }> | undefined

let device: string | undefined

/** The IANA name of the zone this device is set to. */
export function deviceZone(): string {
  device ??=
    typeof Temporal === 'undefined'
      ? Intl.DateTimeFormat().resolvedOptions().timeZone
      : Temporal.Now.timeZoneId()
  return device
}

const MS_PER_MINUTE = 60_000
const MINUTES_PER_HOUR = 60
const known = new Map<string, (ms: number) => number>()

/**
 * How many minutes the clocks of a zone are ahead of UTC at an instant. The first use of Intl on a page loads the
 * browser's tables, ten milliseconds that a page which shows its own zone or UTC need not pay before its figures stand.
 */
export function zoneOffset(timeZone: string): (ms: number) => number {
  if (timeZone === 'UTC' || timeZone === 'Etc/UTC') return () => 0
  if (timeZone === deviceZone()) return (ms) => -new Date(ms).getTimezoneOffset()
  const offset = known.get(timeZone) ?? offsetByIntl(timeZone)
  known.set(timeZone, offset)
  return offset
}

function offsetByIntl(timeZone: string): (ms: number) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
  return (ms) => minutesOf(format.formatToParts(ms).find(({ type }) => type === 'timeZoneName')?.value ?? '')
}

/** "GMT-03:30" is -210; plain "GMT" is 0. */
function minutesOf(name: string): number {
  const parts = /([+-])(\d{2}):(\d{2})/.exec(name)
  if (!parts) return 0
  const minutes = Number(parts[2]) * MINUTES_PER_HOUR + Number(parts[3])
  return parts[1] === '-' ? -minutes : minutes
}

/** An instant as a date whose UTC fields are what the clocks of the zone show. */
export function wallDate(ms: number, timeZone: string): Date {
  return new Date(ms + zoneOffset(timeZone)(ms) * MS_PER_MINUTE)
}
