import type { Release } from '../../src/contract/catalog.ts'
import { isoFromHour, type Hour } from '../../src/domain/hours.ts'
import { hash, streamOf } from './hash.ts'
import type { ServicePlan } from './service-plan.ts'
import { stories } from './stories.ts'
import type { Timeline } from './timeline.ts'

type PlannedRelease = Readonly<{ hour: Hour; minute: number; version: string }>

/** One train in six days, on one of its first three: so releases of a service are three to nine days apart. */
const TRAIN_HOURS = 144
/** Within this time of a release that a story tells there is no other. */
const QUIET_HOURS = 36

const storyReleases = stories.flatMap((story) => story.releases ?? [])

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
  const told = storyReleases
    .filter((release) => release.service === service.slug && release.deployment === deployment)
    .map(({ at, build, namedAt }) => {
      const hour = timeline.hourAt(at)
      return { hour, minute: 0, version: versionOf(timeline.hourAt(namedAt ?? at), build) }
    })
  const isQuiet = (hour: Hour) => told.some((release) => Math.abs(release.hour - hour) <= QUIET_HOURS)
  const trains: PlannedRelease[] = []
  const stream = streamOf(service.slug)
  const firstTrain = Math.floor((oldestHour - LONGEST_ROLLOUT) / TRAIN_HOURS)
  for (let train = firstTrain; train * TRAIN_HOURS < toHour; train += 1) {
    const draw = hash(seed, stream + 20, train)
    const start = train * TRAIN_HOURS + (draw % 3) * 24 + 7 + ((draw >>> 8) % 9)
    const hour = start + (rolloutHours[deployment] ?? 0)
    const minute = (hash(seed, stream + 21, train) >>> 8) % 60
    if (!isQuiet(hour)) trains.push({ hour, minute, version: versionOf(start, 1) })
  }
  return [...told, ...trains].filter(({ hour }) => hour >= oldestHour && hour < toHour)
}

/** `service` is the name it goes by, which for a replica is not that of its plan. */
export function toRelease(
  service: string,
  deployment: string,
  { hour, minute, version }: PlannedRelease,
): Release {
  const at = isoFromHour(hour).replace(/:00:00Z$/, `:${String(minute).padStart(2, '0')}:00Z`)
  return { id: `${service}.${deployment}.${version}`, service, deployment, version, at }
}
