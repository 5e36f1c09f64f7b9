/** The ways tools write an instant; one without a time zone is none. */
const written = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(Z|UTC|[+-]\d{2}:?\d{2})$/i
/** Seconds since 1970 have ten digits until 2286; each thousandth of them has three more. */
const MS_DIGITS = 13

/** To the second, in UTC; null where it is no instant. Numbers count from 1970, in seconds, ms, µs or ns. */
export function instantOf(text: string): string | null {
  const ms = /^\d{10}(?:\d{3}){0,3}$/.test(text) ? fromDigits(text) : fromText(text)
  if (Number.isNaN(ms)) return null
  return `${new Date(ms).toISOString().slice(0, 19)}Z`
}

function fromDigits(text: string): number {
  return Number(text.slice(0, MS_DIGITS).padEnd(MS_DIGITS, '0'))
}

function fromText(text: string): number {
  const parts = written.exec(text.trim())
  if (parts === null) return Number.NaN
  const [, day, time, zone = ''] = parts
  const offset = /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(-2)}` : 'Z'
  return Date.parse(`${day}T${time}${offset}`)
}
