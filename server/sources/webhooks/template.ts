/** What a sender sent: its JSON, and its headers by their names in lower case. */
export type WebhookEvent = Readonly<{ body: unknown; header: Readonly<Record<string, string>> }>

/** A piece of text, or the paths of which the first that leads to something stands in its place. */
type Piece = string | readonly (readonly string[])[]

type Template = readonly Piece[]

const placeholder = /\{\{(.*?)\}\}/g

/** Text, and in it {{ body.a.b }} or {{ body.a ?? body.b }}; that nothing else stands there is for the settings to check. */
export function parseTemplate(text: string): Template {
  const pieces: Piece[] = []
  let end = 0
  for (const found of text.matchAll(placeholder)) {
    const [whole, inside = ''] = found
    pieces.push(
      text.slice(end, found.index),
      inside.split('??').map((path) => keysOf(path.trim())),
    )
    end = found.index + whole.length
  }
  return [...pieces, text.slice(end)]
}

/** Null where a placeholder leads to nothing: half a text would be taken for a whole one. */
export function fillTemplate(template: Template, event: WebhookEvent): string | null {
  let text = ''
  for (const piece of template) {
    const part = typeof piece === 'string' ? piece : firstText(piece, event)
    if (part === null) return null
    text += part
  }
  return text
}

/** Text, a number or a truth value, as text; null for whatever is not there or holds more. */
export function textAt(path: string, event: WebhookEvent): string | null {
  return textOf(keysOf(path), event)
}

/** `body.incident.assignments[0].id` leads through each of its names and places. */
function keysOf(path: string): readonly string[] {
  return path.split(/[.[\]]+/).filter((key) => key !== '')
}

function firstText(paths: readonly (readonly string[])[], event: WebhookEvent): string | null {
  for (const keys of paths) {
    const text = textOf(keys, event)
    if (text !== null) return text
  }
  return null
}

function isSent(value: object, key: string): boolean {
  return Object.prototype.propertyIsEnumerable.call(value, key)
}

function textOf(keys: readonly string[], event: WebhookEvent): string | null {
  let value: unknown = event
  for (const key of keys) {
    // What was sent, only: what every object has by birth is nobody's answer, and neither is the length of a list.
    if (typeof value !== 'object' || value === null || !isSent(value, key)) return null
    value = Reflect.get(value, key)
  }
  if (typeof value === 'string') return value === '' ? null : value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null
}
