import type { EntryKind } from '../src/contract/entries.ts'
import type { RecordDeed } from './access-in-memory.ts'
import { entryDeed } from './entries.ts'
import { EntryMovedError, type Entry, type EntryStore } from './entry-ports.ts'

/** For hosts that keep nothing; `seeded` is what was entered before anybody came, worked out when it is first asked for. */
export function createEntriesInMemory(
  record: RecordDeed,
  seeded: () => readonly Entry[] | Promise<readonly Entry[]> = () => [],
): EntryStore {
  let held: Promise<Entry[]> | null = null
  const entered = () => (held ??= Promise.resolve(seeded()).then((entries) => [...entries]))
  return {
    read: async (kind, key) => versionsIn(await entered(), kind, key).at(-1) ?? null,
    list: async (kind) => latestIn(await entered(), kind),
    history: async (kind, key) => versionsIn(await entered(), kind, key).toReversed(),
    all: async () => [...(await entered())],
    async write({ kind, key, body, seenVersion, isWithdrawn = false, check }, change) {
      const all = await entered()
      // From here on without a pause, so that nobody writes in between.
      check?.(latestIn(all, kind))
      const current = versionsIn(all, kind, key).at(-1) ?? null
      if ((current?.version ?? 0) !== seenVersion) throw new EntryMovedError(current)
      const { kind: callerKind, id, name } = change.by
      const by = { kind: callerKind, id, name }
      // A copy as a database would give it back: who sent it may go on changing its own.
      const kept: Entry['body'] = structuredClone(body)
      const entry: Entry = { kind, key, version: seenVersion + 1, body: kept, isWithdrawn, by, at: change.at }
      all.push(entry)
      record(change, entryDeed(entry, current))
      return entry
    },
    revision: async () => (await entered()).length,
  }
}

function versionsIn(all: readonly Entry[], kind: EntryKind, key: string): readonly Entry[] {
  return all.filter((entry) => entry.kind === kind && entry.key === key)
}

function latestIn(all: readonly Entry[], kind: EntryKind): readonly Entry[] {
  const byKey = new Map(all.filter((entry) => entry.kind === kind).map((entry) => [entry.key, entry]))
  return [...byKey.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1))
}
