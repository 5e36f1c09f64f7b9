export type Lru<Value> = Readonly<{
  get(key: string): Value | undefined
  set(key: string, value: Value): void
  delete(key: string): void
}>

/** Keeps the `limit` values that were used last. */
export function createLru<Value>(limit: number): Lru<Value> {
  // A Map lists its keys in the order they were set: taking one out and putting it back makes it the youngest.
  const values = new Map<string, Value>()
  return {
    get(key) {
      const value = values.get(key)
      if (value === undefined) return undefined
      values.delete(key)
      values.set(key, value)
      return value
    },
    set(key, value) {
      values.delete(key)
      values.set(key, value)
      const [oldest] = values.keys()
      if (values.size > limit && oldest !== undefined) values.delete(oldest)
    },
    delete: (key) => void values.delete(key),
  }
}
