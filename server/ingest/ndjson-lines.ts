/** One line of a body: its text, or why there is none. */
export type NdjsonLine = Readonly<{ number: number; text: string } | { number: number; refused: string }>

const NEWLINE = 0x0a
/** The largest record that makes sense is a tenth of it. */
const MAX_LINE_BYTES = 65_536

/**
 * Cuts bytes into lines, holding no more than one of them. A line that is too long or no UTF-8 is passed over, not the
 * rest. Empty lines are counted and left out.
 */
export async function* ndjsonLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<NdjsonLine> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let number = 0
  let held: Uint8Array[] = []
  let heldBytes = 0

  function hold(part: Uint8Array): void {
    heldBytes += part.byteLength
    if (heldBytes <= MAX_LINE_BYTES) held.push(part.slice())
    else held = []
  }
  function finished(): NdjsonLine | null {
    number += 1
    const size = heldBytes
    const parts = held
    held = []
    heldBytes = 0
    if (size > MAX_LINE_BYTES)
      return { number, refused: `The line has ${size} bytes; at most ${MAX_LINE_BYTES} are taken` }
    try {
      const text = decoder.decode(joined(parts, size)).trim()
      return text === '' ? null : { number, text }
    } catch {
      return { number, refused: 'The line is not UTF-8' }
    }
  }

  for await (const chunk of bytes) {
    let start = 0
    for (;;) {
      // A file of nothing but newlines packs a thousandfold: it must cost no more than reading it.
      while (heldBytes === 0 && chunk[start] === NEWLINE) {
        number += 1
        start += 1
      }
      const end = chunk.indexOf(NEWLINE, start)
      if (end === -1) break
      hold(chunk.subarray(start, end))
      start = end + 1
      const line = finished()
      if (line !== null) yield line
    }
    hold(chunk.subarray(start))
  }
  if (heldBytes > 0) {
    const line = finished()
    if (line !== null) yield line
  }
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const [only] = parts
  if (only !== undefined && parts.length === 1) return only
  const whole = new Uint8Array(size)
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.byteLength
  }
  return whole
}
