import type { EntryKind } from '../src/contract/entries.ts'
import type { RecordDeed } from './access-in-memory.ts'
import { entryDeed } from './entries.ts'
import { EntryMovedError, type Entry, type EntryStore } from './entry-ports.ts'

/** For hosts that keep nothing; `seeded` is what was entered before anybody came, worked out when it is first asked for. */
export function createEntriesInMemory(
  record: RecordDeed,
  seeded: () => readonly Entry[] = () => [],
): EntryStore {
  let held: Entry[] | null = null
  const entered = () => (held ??= [...seeded()])
  const versions = (kind: EntryKind, key: string) =>
    entered().filter((entry) => entry.kind === kind && entry.key === key)
  function latest(kind: EntryKind): readonly Entry[] {
    const byKey = new Map(
      entered()
        .filter((entry) => entry.kind === kind)
        .map((entry) => [entry.key, entry]),
    )
    return [...byKey.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1))
  }
  return {
    read: async (kind, key) => versions(kind, key).at(-1) ?? null,
    list: async (kind) => latest(kind),
    history: async (kind, key) => versions(kind, key).toReversed(),
    all: async () => [...entered()],
    async write({ kind, key, body, seenVersion, isWithdrawn = false, check }, change) {
      check?.(latest(kind))
      const current = versions(kind, key).at(-1) ?? null
      if ((current?.version ?? 0) !== seenVersion) throw new EntryMovedError(current)
      const { kind: callerKind, id, name } = change.by
      const by = { kind: callerKind, id, name }
      // A copy as a database would give it back: who sent it may go on changing its own.
      const kept: Entry['body'] = structuredClone(body)
      const entry: Entry = { kind, key, version: seenVersion + 1, body: kept, isWithdrawn, by, at: change.at }
      entered().push(entry)
      record(change, entryDeed(entry, current))
      return entry
    },
    revision: async () => entered().length,
  }
}
