/** One event of a stream, as the browser's own EventSource would tell it. */
export type StreamEvent = Readonly<{ id: string | null; name: string; data: string }>

/**
 * Server-sent events out of text that comes in pieces of any size. A comment is a sign of life and no event. Our own and
 * not EventSource, which tells neither of heartbeats nor of the status it was refused with.
 */
export function createEventParser(): (text: string) => readonly StreamEvent[] {
  let rest = ''
  return (text) => {
    // A carriage return at the end may be the first half of a line's end.
    const blocks = (rest + text).replaceAll('\r\n', '\n').split('\n\n')
    rest = blocks.pop() ?? ''
    return blocks.flatMap((block) => {
      const event = eventOf(block)
      return event === null ? [] : [event]
    })
  }
}

function eventOf(block: string): StreamEvent | null {
  const data: string[] = []
  let id: string | null = null
  let name = 'message'
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':')
    const field = colon === -1 ? line : line.slice(0, colon)
    const value = colon === -1 ? '' : line.slice(colon + 1).replace(/^ /, '')
    if (field === 'data') data.push(value)
    if (field === 'id') id = value
    if (field === 'event') name = value
  }
  return data.length === 0 ? null : { id, name, data: data.join('\n') }
}
