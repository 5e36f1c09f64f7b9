import { createLru } from './lru.ts'

const MINUTES_PER_HOUR = 60
/** To make one takes twenty times as long as to ask it. */
const formats = createLru<Intl.DateTimeFormat>(50)

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
  formats.set(timeZone, format)
  return format
}

/** How far the clocks of an IANA zone are ahead of UTC at an instant. A zone this runtime does not know is refused when a rotation is sent. */
export function zoneMinutes(timeZone: string, atMs: number): number {
  if (timeZone === 'UTC') return 0
  const name =
    formatOf(timeZone)
      .formatToParts(atMs)
      .find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const [, sign, hours, minutes] = /([+-])(\d{2}):(\d{2})/.exec(name) ?? []
  const offset = Number(hours ?? 0) * MINUTES_PER_HOUR + Number(minutes ?? 0)
  return sign === '-' ? -offset : offset
}
