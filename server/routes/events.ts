import type { LiveHub } from '../live/live-hub.ts'
import { problemResponse } from '../problem.ts'

/** As long as browsers keep it short; what is longer is none of ours. */
const MOST_ID_LENGTH = 300

export function openEvents(request: Request, hub: LiveHub): Response {
  const lastEventId = request.headers.get('last-event-id')
  const stream = hub.open(lastEventId === null ? null : lastEventId.slice(0, MOST_ID_LENGTH))
  if (stream === null) {
    return problemResponse(
      'unavailable',
      {
        detail: 'No more streams of events can be opened at the moment',
        instance: new URL(request.url).pathname,
        hint: 'Ask for figures once a minute instead, and try again later',
      },
      { 'retry-after': '30' },
    )
  }
  const headers = {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    // nginx would keep events until it has a page of them.
    'x-accel-buffering': 'no',
  }
  return new Response(stream, { headers })
}
