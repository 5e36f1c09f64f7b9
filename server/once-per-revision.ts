import type { EntryStore } from './entry-ports.ts'

type Revised = Pick<EntryStore, 'revision'>

/**
 * What is worked out from entries, and of what else is named, once for as long as nobody enters anything and that is the
 * same. A failure is not kept.
 */
export function oncePerRevision<Store extends Revised, Of extends readonly unknown[], Reading>(
  read: (entries: Store, ...of: Of) => Promise<Reading>,
): (entries: Store, ...of: Of) => Promise<Reading> {
  type Held = Readonly<{ revision: number; of: Of; reading: Promise<Reading> }>
  const held = new WeakMap<Store, Held>()
  return async (entries, ...of) => {
    const revision = await entries.revision()
    const known = held.get(entries)
    if (known?.revision === revision && known.of.every((one, at) => one === of[at])) return known.reading
    const reading = read(entries, ...of)
    held.set(entries, { revision, of, reading })
    reading.catch(() => held.delete(entries))
    return reading
  }
}
