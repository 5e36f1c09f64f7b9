import type { Caller } from '../src/domain/access/caller.ts'
import { EntryMovedError, type Entry, type EntryDraft } from './entry-ports.ts'
import { instantOf } from './instant.ts'
import type { ApiDeps } from './ports.ts'
import { RequestProblem } from './problem.ts'

/** What the audit log says of a write. */
export function entryDeed({ kind, key, body, isWithdrawn }: Entry, before: Entry | null) {
  const deed = isWithdrawn ? 'withdraw' : before === null ? 'enter' : 'change'
  return { action: `${deed}-${kind}`, subject: `${kind}:${key}`, before: before?.body ?? null, after: body }
}

/** For routes that checked that the caller may: who was too late is told what stands there now, so that both can be kept. */
export async function writeEntry(
  { entries, now }: Pick<ApiDeps, 'entries' | 'now'>,
  caller: Caller,
  draft: EntryDraft,
): Promise<Entry> {
  try {
    return await entries.write(draft, { by: caller, at: instantOf(now()) })
  } catch (error) {
    if (error instanceof EntryMovedError) throw movedOn(draft, error.current)
    throw error
  }
}

function movedOn({ seenVersion }: EntryDraft, current: Entry | null): RequestProblem {
  const latest = current?.version ?? 0
  return new RequestProblem('conflict', {
    detail:
      current === null
        ? 'There is nothing to change here yet'
        : `${current.by.name} changed this at ${current.at}, after what you saw`,
    field: 'seenVersion',
    value: String(seenVersion),
    allowed: [String(latest)],
    hint: 'Nothing was lost: compare both, and send again with the version that is there',
    ...(current === null
      ? {}
      : {
          current: {
            version: latest,
            by: current.by.name,
            at: current.at,
            body: current.body,
            isWithdrawn: current.isWithdrawn,
          },
        }),
  })
}
