import { appendFileSync, existsSync, readFileSync } from 'node:fs'

/**
 * What has come of a mutant so far: a test met it, it met it only while its module was loaded, a test failed with it, or
 * a test did not end with it. Of a test: it has met all that it can.
 */
const entryKinds = ['met', 'met-at-load', 'killed', 'endless', 'test-over'] as const
type EntryKind = (typeof entryKinds)[number]
export type Entry = Readonly<{ kind: EntryKind; id: string }>

/** Written line by line by whoever runs tests, so that nothing is lost when one of them is ended. */
export class Ledger {
  readonly #file: string

  constructor(file: string) {
    this.#file = file
  }

  add(kind: EntryKind, id: string): void {
    appendFileSync(this.#file, `${kind} ${id}\n`)
  }

  read(): readonly Entry[] {
    if (!existsSync(this.#file)) return []
    return readFileSync(this.#file, 'utf8').split('\n').flatMap(parseEntry)
  }
}

/** Half a line, written while somebody was ended, is none. */
function parseEntry(line: string): Entry[] {
  const space = line.indexOf(' ')
  const kind = entryKinds.find((one) => one === line.slice(0, space))
  return kind === undefined ? [] : [{ kind, id: line.slice(space + 1) }]
}

export function idsOf(entries: readonly Entry[], ...kinds: readonly EntryKind[]): ReadonlySet<string> {
  return new Set(entries.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id))
}
