type Property = Readonly<{ name: string; parameters: Readonly<Record<string, string>>; value: string }>
type Event = Readonly<Record<string, Property>>

/** Octets of UTF-8, counted apart from the code under test. */
function octets(line: string): number {
  return encodeURIComponent(line).replaceAll(/%[0-9A-F]{2}/g, 'x').length
}

/** Reads RFC 5545 and forgives nothing: line ends, lengths, escapes, what must be there and what may be there once. */
export function parseCalendar(
  text: string,
): Readonly<{ head: Readonly<Record<string, string>>; events: readonly Event[] }> {
  if (!text.endsWith('\r\n')) throw new Error('The last line has no end')
  if (/[^\r]\n|\r[^\n]/.test(text)) throw new Error('A line ends without CRLF')
  const physical = text.slice(0, -2).split('\r\n')
  for (const line of physical) {
    if (octets(line) > 75) throw new Error(`A line has ${octets(line)} octets: ${line}`)
    if (line.trim() === '') throw new Error('An empty line')
  }
  const lines = physical.join('\r\n').replaceAll('\r\n ', '').split('\r\n').map(parseLine)
  const [first, ...rest] = lines
  if (first?.name !== 'BEGIN' || first.value !== 'VCALENDAR')
    throw new Error('It does not begin as a calendar')
  const last = rest.pop()
  if (last?.name !== 'END' || last.value !== 'VCALENDAR') throw new Error('It does not end as a calendar')
  const head: Record<string, string> = {}
  const events: Event[] = []
  let zones = 0
  let within: string[] = []
  let open: Record<string, Property> | null = null
  for (const property of rest) {
    const { name, value } = property
    if (within.length > 0 || (name === 'BEGIN' && value === 'VTIMEZONE')) {
      // Of a zone only that it is whole: nothing but UTC is ever written.
      if (open !== null) throw new Error('A zone within an event')
      if (name === 'BEGIN') within = [...within, value]
      if (name === 'END' && within.at(-1) !== value) throw new Error(`END:${value} stands where it must not`)
      if (name === 'END') within = within.slice(0, -1)
      if (name === 'END' && value === 'VTIMEZONE') zones += 1
    } else if (name === 'BEGIN') {
      if (open !== null || value !== 'VEVENT') throw new Error(`BEGIN:${value} stands where it must not`)
      open = {}
    } else if (name === 'END') {
      if (open === null || value !== 'VEVENT') throw new Error(`END:${value} stands where it must not`)
      events.push(checkedEvent(open))
      open = null
    } else if (open === null) {
      if (events.length > 0) throw new Error(`${name} stands behind events`)
      if (name in head) throw new Error(`${name} twice`)
      head[name] = unescaped(value)
    } else {
      if (name in open) throw new Error(`${name} twice in an event`)
      open[name] = property
    }
  }
  if (open !== null || within.length > 0) throw new Error('A component without an end')
  if (events.length + zones === 0) throw new Error('A calendar without any component')
  if (head['VERSION'] !== '2.0' || !head['PRODID']) throw new Error('VERSION or PRODID is missing')
  return { head, events }
}

function parseLine(line: string): Property {
  const found = /^([A-Z-]+)((?:;[A-Z-]+=[^;:",]+)*):(.*)$/su.exec(line)
  if (found === null) throw new Error(`No content line: ${line}`)
  const [, name = '', parameters = '', value = ''] = found
  return {
    name,
    value,
    parameters: Object.fromEntries(
      parameters
        .split(';')
        .filter(Boolean)
        .map((one) => one.split('=') as [string, string]),
    ),
  }
}

export function unescaped(value: string): string {
  if (/(?<!\\)(?:\\\\)*[;,]/.test(value)) throw new Error(`A separator that is not escaped: ${value}`)
  return value.replaceAll(/\\(.)/gsu, (_, sign: string) => {
    if (sign === 'n' || sign === 'N') return '\n'
    if (!'\\;,'.includes(sign)) throw new Error(`No escape: \\${sign}`)
    return sign
  })
}

function checkedEvent(event: Event): Event {
  for (const name of ['UID', 'DTSTAMP', 'DTSTART'])
    if (!(name in event)) throw new Error(`${name} is missing`)
  if (!/^\d{8}T\d{6}Z$/.test(event['DTSTAMP']?.value ?? '')) throw new Error('DTSTAMP is no instant of UTC')
  for (const name of ['DTSTART', 'DTEND']) {
    const property = event[name]
    if (property?.parameters['VALUE'] !== 'DATE' || !/^\d{8}$/.test(property.value))
      throw new Error(`${name} is no day`)
  }
  if ((event['DTEND']?.value ?? '') <= (event['DTSTART']?.value ?? ''))
    throw new Error('It ends before it begins')
  return event
}
