/** Waiting ends early, and with the signal's reason, when nobody wants the result any more. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>

export type RetryPolicy = Readonly<{
  /** The first one included. */
  attempts: number
  /** Before the second attempt; doubled before each further one. */
  firstDelayMs: number
  longestDelayMs: number
  wait: Wait
  /** At least 0 and below 1. */
  random: () => number
}>

type Refusal = Readonly<{ isPassing: boolean; retryAfterMs: number | null }>

/**
 * Tries again what may pass. Each delay is drawn between half of its length and the whole: collectors that failed at the
 * same moment do not come back at the same moment.
 */
export async function retried<Value>(
  work: () => Promise<Value>,
  refusalOf: (error: unknown) => Refusal,
  policy: RetryPolicy,
  signal: AbortSignal,
): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      const { isPassing, retryAfterMs } = refusalOf(error)
      if (signal.aborted || !isPassing || attempt >= policy.attempts) throw error
      await policy.wait(delayBefore(attempt, retryAfterMs, policy), signal)
    }
  }
}

function delayBefore(
  attempt: number,
  retryAfterMs: number | null,
  { firstDelayMs, longestDelayMs, random }: RetryPolicy,
): number {
  const whole = Math.min(longestDelayMs, firstDelayMs * 2 ** (attempt - 1))
  const jittered = whole * (0.5 + random() / 2)
  return Math.min(longestDelayMs, Math.max(jittered, retryAfterMs ?? 0))
}
