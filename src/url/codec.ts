/** A query string as it stands in the address bar: every value is text. */
export type SearchParams = Readonly<Record<string, string | undefined>>

/** What a route's query string means. `parse` is total: a hand-edited or outdated link falls back field by field. */
export type UrlCodec<View extends object> = Readonly<{
  parse(params: SearchParams): View
  /** Defaults are left out, so the shortest link to a view is also its canonical one. */
  format(view: View): SearchParams
}>

export function parseSearch(text: string): SearchParams {
  return Object.fromEntries(new URLSearchParams(text))
}

export function stringifySearch(params: Readonly<Record<string, unknown>>): string {
  const defined = Object.entries(params).filter(([, value]) => value !== undefined)
  if (defined.length === 0) return ''
  const text = new URLSearchParams(defined.map(([name, value]) => [name, String(value)])).toString()
  // A comma is legal in a query string, and lists are read by people.
  return `?${text.replaceAll('%2C', ',')}`
}

/** The value if it is one of the known ones, else the fallback. */
export function oneOf<Value extends string>(
  known: readonly Value[],
  text: string | undefined,
  fallback: Value,
): Value {
  return known.find((value) => value === text) ?? fallback
}

/** "a,b" as a list; empty parts are dropped. */
export function listFrom(text: string | undefined): readonly string[] {
  return (text ?? '').split(',').filter((part) => part !== '')
}

const slug = /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/

/** "a,b" as names that may stand in an address; what can be no name is dropped, and so are repetitions. */
export function slugsFrom(text: string | undefined): readonly string[] {
  return [...new Set(listFrom(text))].filter((part) => slug.test(part))
}
