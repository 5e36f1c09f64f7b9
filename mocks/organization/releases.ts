import { instantOf } from '../../server/instant.ts'
import type { Release } from '../../src/contract/catalog.ts'
import { isoFromHour, type Hour } from '../../src/domain/hours.ts'
import { around, deliveryHabits } from './delivery-habits.ts'
import { chance, hash, streamOf } from './hash.ts'
import type { ServicePlan } from './service-plan.ts'
import { stories } from './stories.ts'
import type { StoryTime, Timeline } from './timeline.ts'

type PlannedRelease = Readonly<{
  hour: Hour
  minute: number
  version: string
  committedMs: number
  commits: number
  /** When it was recovered from, where it failed. */
  failedUntilMs: number | null
}>

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const HOURS_A_DAY = 24
/** Within this time of a release that a story tells there is no other. */
const QUIET_HOURS = 36

const storyReleases = stories.flatMap(({ releases = [], burns = [] }) =>
  releases.map((release) => ({
    ...release,
    /** What it began to burn it went on burning until it was recovered from. */
    failedHours:
      burns.find(
        ({ sloId, deployment, start }) =>
          sloId.startsWith(`${release.service}.`) &&
          deployment === release.deployment &&
          isSameTime(start, release.at),
      )?.hours ?? null,
  })),
)

function isSameTime(a: StoryTime, b: StoryTime): boolean {
  return a.periodsAgo === b.periodsAgo && a.day === b.day && a.hour === b.hour
}

/** How long after the first deployment the train reaches each one. */
const rolloutHours: Readonly<Record<string, number>> = {
  staging: 0,
  'prod-jp': 3,
  'prod-eu': 20,
  'prod-us': 26,
}
const LONGEST_ROLLOUT = 27

const versionOf = (hour: Hour, build: number) =>
  `${isoFromHour(hour).slice(0, 10).replaceAll('-', '.')}-${build}`

/** Releases of one service to one deployment in [fromHour, toHour) since measurements began, in no order. */
export function plannedReleases(
  seed: number,
  timeline: Timeline,
  service: ServicePlan,
  deployment: string,
  fromHour: Hour,
  toHour: Hour,
): readonly PlannedRelease[] {
  const oldestHour = Math.max(fromHour, timeline.originHour)
  const habits = deliveryHabits(service.team)
  const stream = streamOf(service.slug)
  const sizeOf = (hour: Hour) => ({
    committedMs:
      hour * HOUR_MS - Math.ceil(around(habits.leadHours * 60, seed, stream + 24, hour)) * MINUTE_MS,
    commits: habits.commitsAtLeast + (hash(seed, stream + 25, hour) % habits.commitsSpread),
  })
  const told = storyReleases
    .filter((release) => release.service === service.slug && release.deployment === deployment)
    .map(({ at, build, namedAt, failedHours }): PlannedRelease => {
      const hour = timeline.hourAt(at)
      const version = versionOf(timeline.hourAt(namedAt ?? at), build)
      return {
        hour,
        minute: 0,
        version,
        ...sizeOf(hour),
        failedUntilMs: failedHours && (hour + failedHours) * HOUR_MS,
      }
    })
  const isQuiet = (hour: Hour) => told.some((release) => Math.abs(release.hour - hour) <= QUIET_HOURS)
  const trains: PlannedRelease[] = []
  const trainHours = habits.trainDays * HOURS_A_DAY
  const firstTrain = Math.floor((oldestHour - LONGEST_ROLLOUT) / trainHours)
  for (let train = firstTrain; train * trainHours < toHour; train += 1) {
    const draw = hash(seed, stream + 20, train)
    const start = train * trainHours + (draw % habits.trainSpreadDays) * HOURS_A_DAY + 7 + ((draw >>> 8) % 9)
    const hour = start + (rolloutHours[deployment] ?? 0)
    const minute = (hash(seed, stream + 21, train) >>> 8) % 60
    if (isQuiet(hour)) continue
    const atMs = hour * HOUR_MS + minute * MINUTE_MS
    // Of one train each deployment may fail by itself.
    const own = stream + streamOf(deployment)
    const isFailed = chance(seed, own + 22, train) < habits.failureShare
    const recovery = around(habits.recoveryMinutes, seed, own + 23, train)
    trains.push({
      hour,
      minute,
      version: versionOf(start, 1),
      ...sizeOf(start),
      failedUntilMs: isFailed ? atMs + Math.ceil(recovery) * MINUTE_MS : null,
    })
  }
  return [...told, ...trains].filter(({ hour }) => hour >= oldestHour && hour < toHour)
}

/** `service` is the name it goes by, which for a replica is not that of its plan. A recovery to come is not known yet. */
export function toRelease(
  service: string,
  deployment: string,
  { hour, minute, version, committedMs, commits, failedUntilMs }: PlannedRelease,
  nowMs: number,
): Release {
  return {
    id: `${service}.${deployment}.${version}`,
    service,
    deployment,
    version,
    at: instantOf(hour * HOUR_MS + minute * MINUTE_MS),
    result: failedUntilMs === null ? 'succeeded' : 'failed',
    committedAt: instantOf(committedMs),
    recoveredAt: failedUntilMs !== null && failedUntilMs <= nowMs ? instantOf(failedUntilMs) : null,
    commits,
  }
}
