import { liveTopics, type LiveTopic } from '../../src/contract/live.ts'
import { isoFromHour, type Hour } from '../../src/domain/hours.ts'
import type { ApiDeps } from '../ports.ts'

/** How far each topic has come, in words that are the same on every server over one store. */
export type Standing = Readonly<{ nowHour: Hour; marks: Readonly<Record<LiveTopic, string>> }>

const RECENT_HOURS = 2

export async function readStanding(deps: ApiDeps): Promise<Standing> {
  const [nowHour, told, entered] = await Promise.all([
    deps.buckets.nowHour(),
    deps.changes?.(),
    deps.entries.revision(),
  ])
  if (told !== undefined) {
    const { hours, past, records, catalog } = told
    return {
      nowHour,
      marks: {
        hours: `${nowHour}.${hours}`,
        past: String(past),
        records: `${records}.${entered}`,
        catalog: String(catalog),
      },
    }
  }
  const [past, records, releases] = await Promise.all([
    deps.buckets.revision?.() ?? 0,
    deps.records.revision?.() ?? 0,
    recentReleases(deps, nowHour),
  ])
  return {
    nowHour,
    marks: {
      hours: String(nowHour),
      past: String(past),
      records: `${records}.${releases}.${entered}`,
      catalog: '0',
    },
  }
}

/** Where nobody counts what was told, a release is news by itself: the newest one, and how many there were. */
async function recentReleases({ releases }: ApiDeps, nowHour: Hour): Promise<string> {
  const [newest, ...others] = await releases.list({ fromHour: nowHour - RECENT_HOURS, toHour: nowHour + 1 })
  return newest === undefined ? '0' : `${others.length + 1}.${newest.id.replaceAll(/[^\w.]/g, '')}`
}

const SEPARATOR = '-'

/** An event's id: a client that names it later is told what it has missed, by whichever server. */
export function eventId({ marks }: Standing): string {
  return liveTopics.map((topic) => marks[topic].replaceAll(SEPARATOR, '')).join(SEPARATOR)
}

/** Everything where the id is none of ours: what was missed cannot be known then. */
export function topicsSince(id: string, standing: Standing): LiveTopic[] {
  const before = id.split(SEPARATOR)
  const now = eventId(standing).split(SEPARATOR)
  if (before.length !== liveTopics.length) return [...liveTopics]
  return liveTopics.filter((_, place) => before[place] !== now[place])
}

export function dataUpTo({ nowHour }: Standing): string {
  return isoFromHour(nowHour)
}
