import { createLru } from './lru.ts'

/** What something was worked out at. The revision is read first, then the mark, then all that it rests on. */
export type Stamp = Readonly<{
  /** The same as long as no hour already past has changed, of any series. */
  revision: number
  /** The same as long as nothing has changed that this very thing rests on; null where that is not known. */
  mark: string | null
}>

export type KeptWhileValid<Value> = Readonly<{
  get(key: string, now: Stamp): Value | undefined
  set(key: string, stamp: Stamp, value: Value): void
  delete(key: string): void
}>

/**
 * Keeps the `limit` values that were used last, each while either says that it cannot have changed: the revision, which also
 * changes with everything else, or its own mark, which also changes with hours that are new.
 */
export function createKeptWhileValid<Value>(limit: number): KeptWhileValid<Value> {
  const kept = createLru<{ stamp: Stamp; readonly value: Value }>(limit)
  return {
    get(key, now) {
      const known = kept.get(key)
      if (known === undefined || !isValid(known.stamp, now)) return undefined
      // Not the other way round: a mark may have been read after a change that the revision is too old to tell.
      if (isSameMark(known.stamp, now)) known.stamp = now
      return known.value
    },
    set: (key, stamp, value) => kept.set(key, { stamp, value }),
    delete: kept.delete,
  }
}

export function isValid(stamp: Stamp, now: Stamp): boolean {
  return stamp.revision === now.revision || isSameMark(stamp, now)
}

function isSameMark(stamp: Stamp, now: Stamp): boolean {
  return stamp.mark !== null && stamp.mark === now.mark
}
