import { plainLine } from '../plain-line.ts'

/**
 * `unreachable`: no answer. `timeout`: none in time. `unauthorized`: the credentials are missing or wrong. `not-found`:
 * something else answers there. `busy`: asked to come back later. `failed`: the engine's own trouble. `query`: the query
 * is wrong. `unreadable`: an answer that is none, or only a part.
 */
export type SourceErrorKind =
  | 'unreachable'
  | 'timeout'
  | 'unauthorized'
  | 'not-found'
  | 'busy'
  | 'failed'
  | 'query'
  | 'unreadable'

const passing: ReadonlySet<SourceErrorKind> = new Set(['unreachable', 'timeout', 'busy', 'failed'])
const ofWholeSource: ReadonlySet<SourceErrorKind> = new Set(['unreachable', 'unauthorized', 'not-found'])

/** The words are kept for each series until it is fed again. */
const MOST_CHARACTERS = 1_000

/** Why an engine gave no figures, in words that may be kept and shown, its own among them: they hold no credentials. */
export class SourceError extends Error {
  override name = 'SourceError'
  readonly kind: SourceErrorKind
  /** How long the engine asks to be left alone, where it says so. */
  readonly retryAfterMs: number | null

  constructor(
    kind: SourceErrorKind,
    message: string,
    more: Readonly<{ cause?: unknown; retryAfterMs?: number | null }> = {},
  ) {
    super(plainLine(message, MOST_CHARACTERS), { cause: more.cause })
    this.kind = kind
    this.retryAfterMs = more.retryAfterMs ?? null
  }

  /** Trying again may help. */
  get isPassing(): boolean {
    return passing.has(this.kind)
  }

  /** Every other query would fail in the same way. */
  get concernsWholeSource(): boolean {
    return ofWholeSource.has(this.kind)
  }
}
