/** Everyone who asks in the same turn of the event loop gets one answer, and nobody one from before their question. */
export function sharedPerTurn<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let next: Promise<Value> | null = null
  return () =>
    (next ??= new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      next = null
      return read()
    }))
}
