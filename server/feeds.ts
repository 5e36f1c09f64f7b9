import type { Context, Hono } from 'hono'

import { CALENDAR_FEED_PATH, calendarFeedQuery } from '../src/contract/calendar.ts'
import { STATUS_FEED_PATH, statusQuery } from '../src/contract/status.ts'
import type { Env } from './api.ts'
import { requireAllowed } from './authorize.ts'
import { answerCalendarFeed } from './calendar/calendar-feed.ts'
import { catalogIndex } from './catalog-index.ts'
import type { ApiContext } from './context.ts'
import { methodNotAllowed } from './failed-answer.ts'
import { parseQuery } from './parse-request.ts'
import type { ApiDeps } from './ports.ts'
import { answerStatusFeed } from './routes/status.ts'

/** Documents of their own beside the JSON of all other answers; whoever may read may read them. */
export function addFeeds(
  api: Hono<Env>,
  deps: ApiDeps,
  contextOf: (c: Context<Env>) => Promise<ApiContext>,
): void {
  api.get(STATUS_FEED_PATH, async (c) => {
    requireAllowed(c.env.caller, 'read', { ownedBy: null })
    const url = new URL(c.req.url)
    const query = parseQuery(statusQuery, url.searchParams)
    return answerStatusFeed(query, { deps, index: catalogIndex(await deps.catalog()), url })
  })
  api.get(CALENDAR_FEED_PATH, async (c) => {
    requireAllowed(c.env.caller, 'read', { ownedBy: null })
    const url = new URL(c.req.url)
    return answerCalendarFeed(parseQuery(calendarFeedQuery, url.searchParams), url, await contextOf(c))
  })
  for (const path of [STATUS_FEED_PATH, CALENDAR_FEED_PATH])
    api.all(path, (c) => methodNotAllowed(c, ['GET', 'HEAD']))
}
