import { dayText, type Day } from './day.ts'

/** A whole day. */
export type CalendarEvent = Readonly<{
  /** Stays the same as long as what it stands for does. */
  uid: string
  day: Day
  summary: string
  description: string
  url: string
  /** When what it says was last changed, as in 2026-11-18T03:10:00Z. */
  changedAt: string
}>

const MOST_OCTETS = 75
const CRLF = '\r\n'

/** RFC 5545. */
export function icalendar(name: string, events: readonly CalendarEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//SRE Indicators//Reviews//EN',
    'CALSCALE:GREGORIAN',
    `NAME:${escaped(name)}`,
    // What most programs read in its place.
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    // A calendar without any component is none.
    ...(events.length === 0 ? zoneLines : events.flatMap(eventLines)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => folded(line) + CRLF).join('')
}

const zoneLines = [
  'BEGIN:VTIMEZONE',
  'TZID:UTC',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'TZNAME:UTC',
  'END:STANDARD',
  'END:VTIMEZONE',
]

function eventLines({ uid, day, summary, description, url, changedAt }: CalendarEvent): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${utc(changedAt)}`,
    `DTSTART;VALUE=DATE:${date(day)}`,
    // The end is exclusive.
    `DTEND;VALUE=DATE:${date(day + 1)}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    `URL:${url}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

const date = (day: Day) => dayText(day).replaceAll('-', '')
const utc = (instant: string) => `${instant.slice(0, 19).replaceAll(/[-:]/g, '')}Z`

/** What separates values stands behind a backslash, and what cannot stand in a text at all is left out. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(/(?!\t)\p{Cc}|\p{Cs}/gu, '')
}

/** Lines of at most 75 octets; what goes on begins with a blank. No character is cut in two. */
function folded(line: string): string {
  const lines: string[] = []
  let current = ''
  let octets = 0
  for (const character of line) {
    const own = octetsOf(character)
    if (octets + own > MOST_OCTETS) {
      lines.push(current)
      current = ' '
      octets = 1
    }
    current += character
    octets += own
  }
  return [...lines, current].join(CRLF)
}

/** Of UTF-8. */
function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0
  if (point < 0x80) return 1
  if (point < 0x800) return 2
  return point < 0x1_0000 ? 3 : 4
}
