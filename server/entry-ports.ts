import type { EntryKind } from '../src/contract/entries.ts'
import type { Change } from './access-ports.ts'

/** One version of one thing somebody entered. */
export type Entry = Readonly<{
  kind: EntryKind
  /** What it is about, unique among its kind: a breach, a team, a number of its own. */
  key: string
  version: number
  /** As it was sent: the route that reads it parses it. */
  body: Readonly<Record<string, unknown>>
  isWithdrawn: boolean
  by: Readonly<{ kind: 'person' | 'token' | 'webhook'; id: string; name: string }>
  at: string
}>

export type EntryDraft = Pick<Entry, 'kind' | 'key' | 'body'> &
  Readonly<{
    /** The version that is changed; 0 where there must be none yet. */
    seenVersion: number
    isWithdrawn?: boolean
    /**
     * Gets the latest version of each of the kind, while no other that is checked is written: where a write rests on what the
     * others are. What it throws keeps the entry out.
     */
    check?: (latest: readonly Entry[]) => void
  }>

/** Somebody else was there first; nothing was written. */
export class EntryMovedError extends Error {
  override name = 'EntryMovedError'
  readonly current: Entry | null

  constructor(current: Entry | null) {
    super('The entry is no longer the one that was seen')
    this.current = current
  }
}

/** What people enter. Nothing is ever overwritten: a change is another version, and so is taking back. */
export type EntryStore = Readonly<{
  /** The latest version, withdrawn or not. */
  read(kind: EntryKind, key: string): Promise<Entry | null>
  /** The latest version of each, by key. */
  list(kind: EntryKind): Promise<readonly Entry[]>
  /** Newest first. */
  history(kind: EntryKind, key: string): Promise<readonly Entry[]>
  /** Every version of everything, in the order it was entered. */
  all(): Promise<readonly Entry[]>
  /** In the audit log with it, or not at all. Throws EntryMovedError where `seenVersion` is not the latest. */
  write(draft: EntryDraft, change: Change): Promise<Entry>
  /** Differs after every write. */
  revision(): Promise<number>
}>
