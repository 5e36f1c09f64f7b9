import { dayFromCivil } from '../../domain/civil-date.ts'
import { dayOfHour, HOURS_PER_DAY, isoFromHour, type Hour } from '../../domain/hours.ts'

/** Days as date fields hold them, 2026-11-18; both are in the range. */
export type Days = Readonly<{ from: string; to: string }>

/** What is held, or will be until the running period ends. */
type Held = Readonly<{ dataFromHour: Hour; endHour: Hour }>

type Checked = Readonly<
  { range: Readonly<{ from: string; to: string }>; wrong: null } | { range: null; wrong: Wrong }
>
type Wrong = Readonly<{ field: keyof Days; says: string }>

/** A range of whole days in UTC, or which field is wrong, what stands there and what may. */
export function checkDays(days: Days, held: Held): Checked {
  const [first, last] = [dayOfHour(held.dataFromHour), dayOfHour(held.endHour - 1)]
  const allowed = `Any day from ${nameOfDay(first)} to ${nameOfDay(last)} will do`
  const [from, to] = [dayIn(days.from), dayIn(days.to)]
  if (from === null) return refused('from', `From holds ${quoted(days.from)}, which is no day. ${allowed}.`)
  if (to === null) return refused('to', `To holds ${quoted(days.to)}, which is no day. ${allowed}.`)
  if (from < first || from > last)
    return refused('from', `From ${days.from} lies outside the data. ${allowed}.`)
  if (to < first || to > last) return refused('to', `To ${days.to} lies outside the data. ${allowed}.`)
  if (to < from)
    return refused(
      'to',
      `To ${days.to} lies before From ${days.from}. Any day from ${days.from} to ${nameOfDay(last)} will do.`,
    )
  return {
    range: {
      from: isoFromHour(Math.max(from * HOURS_PER_DAY, held.dataFromHour)),
      to: isoFromHour(Math.min((to + 1) * HOURS_PER_DAY, held.endHour)),
    },
    wrong: null,
  }
}

/** The days a range touches. */
export function daysOf({ from, to }: Readonly<{ from: string; to: string }>): Days {
  return { from: from.slice(0, 10), to: new Date(Date.parse(to) - 1).toISOString().slice(0, 10) }
}

export function nameOfDay(day: number): string {
  return isoFromHour(day * HOURS_PER_DAY).slice(0, 10)
}

/** Null for what is no day of the calendar, as 2026-02-30 is none. */
function dayIn(text: string): number | null {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  if (year === undefined) return null
  const day = dayFromCivil(Number(year), Number(month), Number(date))
  return nameOfDay(day) === text ? day : null
}

function quoted(text: string): string {
  return text === '' ? 'nothing' : `“${text}”`
}

function refused(field: keyof Days, says: string): Checked {
  return { range: null, wrong: { field, says } }
}
