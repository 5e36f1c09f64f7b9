import type { SeriesFeed } from '../../server/ports.ts'
import { silence } from './unmeasured.ts'
import type { Timeline } from './timeline.ts'

const HOUR_MS = 3_600_000
const RETRY_MS = 15 * 60_000

/** The one series that is told to be collected, from a source that does not answer; all others are computed. */
export function silentFeeds(timeline: Timeline, now: () => number) {
  return async (sloIds: readonly string[] | null): Promise<readonly SeriesFeed[]> => {
    const { sloId, deployment, source, reason } = silence
    const sinceHour = timeline.hourAt(silence.since)
    const sinceMs = sinceHour * HOUR_MS
    if ((sloIds !== null && !sloIds.includes(sloId)) || now() < sinceMs) return []
    const triedAtMs = now() - ((now() - sinceMs) % RETRY_MS)
    return [
      {
        sloId,
        deployment,
        isMeasured: true,
        progress: {
          source,
          fedUpToHour: sinceHour,
          fedAtMs: sinceMs,
          triedAtMs,
          failure: { kind: 'unreachable', reason, sinceMs },
          nextTryAtMs: triedAtMs + RETRY_MS,
        },
      },
    ]
  }
}
