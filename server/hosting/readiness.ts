import { setTimeout as after } from 'node:timers/promises'

import type { Log } from './log.ts'

/** One thing without which no request can be served. */
export type ReadinessCheck = Readonly<{
  part: string
  /** Why it is not ready, in words that anyone may read; null where it is. */
  obstacle: () => string | null | Promise<string | null>
}>

type Finding = Readonly<{ part: string; isReady: boolean; reason?: string }>
type Readiness = Readonly<{ isReady: boolean; parts: readonly Finding[] }>

/** Who probes gives up about then. */
const PATIENCE_MS = 2_000
/** Anyone may ask, as often as they like; the store is asked this often. */
const VALID_MS = 1_000

type Surroundings = Readonly<{ now: () => number; log: Log; patienceMs?: number }>

export function createReadiness(
  checks: readonly ReadinessCheck[],
  { now, log, patienceMs = PATIENCE_MS }: Surroundings,
): () => Promise<Readiness> {
  let held: Readonly<{ at: number; readiness: Promise<Readiness> }> | null = null
  let wasReady = true
  return () => {
    if (held === null || now() - held.at >= VALID_MS) held = { at: now(), readiness: look() }
    return held.readiness
  }

  async function look(): Promise<Readiness> {
    const parts = await Promise.all(checks.map((check) => findingOf(check, log, patienceMs)))
    const isReady = parts.every((part) => part.isReady)
    if (isReady !== wasReady) {
      const reasons = parts.filter((part) => !part.isReady).map(({ part, reason }) => `${part}: ${reason}`)
      if (isReady) log.info('ready', 'Ready again')
      else log.warn('not-ready', `Not ready: ${reasons.join('; ')}`)
      wasReady = isReady
    }
    return { isReady, parts }
  }
}

async function findingOf({ part, obstacle }: ReadinessCheck, log: Log, patienceMs: number): Promise<Finding> {
  const late = new AbortController()
  try {
    const reason = await Promise.race([
      (async () => obstacle())(),
      after(patienceMs, `does not answer within ${patienceMs / 1000} s`, { signal: late.signal }),
    ])
    return reason === null ? { part, isReady: true } : { part, isReady: false, reason }
  } catch (error) {
    // The cause may name hosts and accounts, which is nothing for whoever probes.
    log.debug('not-ready', `${part} does not answer`, { error })
    return { part, isReady: false, reason: 'does not answer' }
  } finally {
    late.abort()
  }
}
