import { AsyncLocalStorage } from 'node:async_hooks'

import type { StoreChanges } from '../../ports.ts'
import { sharedPerTurn } from './shared-per-turn.ts'
import { createSnapshots, readState, type Snapshot, type StoreState } from './snapshot.ts'
import type { Sql } from './sql.ts'
import { readStanding, type Standing } from './store-figures.ts'

/** What one request has found out about the store so far. */
type Look = { standing: Promise<Standing> | null; snapshot: Promise<Snapshot> | null }

export type Looks = Readonly<{
  snapshot(): Promise<Snapshot>
  changes(): Promise<StoreChanges>
  /** As ApiDeps has it. */
  answering<Value>(answer: () => Promise<Value>): Promise<Value>
}>

/**
 * Never older than the moment they are asked for, since another server may have written in the meantime; while a request is
 * answered, than the moment it first asked.
 */
export function createLooks(sql: Sql): Looks {
  const current = new AsyncLocalStorage<Look>()
  const snapshotAt = createSnapshots(sql)
  const latest = sharedPerTurn(async () => snapshotAt(await readState(sql)))
  const standing = sharedPerTurn(() => readStanding(sql))

  async function first({ standing: told }: Look): Promise<Snapshot> {
    return told === null ? latest() : snapshotAt(stateOf(await told))
  }
  return {
    snapshot() {
      const look = current.getStore()
      return look === undefined ? latest() : (look.snapshot ??= first(look))
    },
    async changes() {
      const look = current.getStore()
      const { hours, past, records, catalog, entries } = await (look === undefined
        ? standing()
        : (look.standing ??= standing()))
      return { hours, past, records, catalog, entries }
    },
    answering: (answer) =>
      current.getStore() === undefined ? current.run({ standing: null, snapshot: null }, answer) : answer(),
  }
}

function stateOf({ hours, past, catalog, fromHour, upToHour }: Standing): StoreState {
  return { revision: past, change: hours, catalogRevision: catalog, fromHour, upToHour }
}
