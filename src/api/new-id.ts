const ID_BYTES = 8

/** An id that nobody else's can be: who records something names it, so that sending it twice records it once. */
export function newId(prefix: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(ID_BYTES))
  return `${prefix}-${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
