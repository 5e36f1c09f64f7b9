import { instantOf } from '../../server/instant.ts'
import type { Build } from '../../src/contract/builds.ts'
import type { Hour } from '../../src/domain/hours.ts'
import { around, deliveryHabits, type DeliveryHabits } from './delivery-habits.ts'
import { chance, hash, streamOf } from './hash.ts'
import type { ServicePlan } from './service-plan.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const HOURS_A_DAY = 24
/** 1970 began on a Thursday. */
const isWeekend = (day: number) => (day + 3) % 7 >= 5
const FIRST_HOUR = 7
const WORKING_HOURS = 9
/** One build in so many is of two commits. */
const BUILDS_WITH_TWO = 6

type Days = Readonly<{ fromHour: Hour; toHour: Hour; nowMs: number }>

/** Builds of the mainline of one service that started in [fromHour, toHour), in no order: some on every working day. */
export function simulatedBuilds(
  seed: number,
  service: ServicePlan,
  { fromHour, toHour, nowMs }: Days,
): readonly Build[] {
  const habits = deliveryHabits(service.team)
  const endMs = Math.min(toHour * HOUR_MS, nowMs + 1)
  const builds: Build[] = []
  for (let day = Math.floor(fromHour / HOURS_A_DAY); day * HOURS_A_DAY * HOUR_MS < endMs; day += 1) {
    if (isWeekend(day)) continue
    const most = 2 * habits.buildsADay
    const count = hash(seed, streamOf(service.slug) + 29, day) % (most + 1)
    for (let number = 0; number < count; number += 1)
      builds.push(...buildAndRepair({ seed, service: service.slug, habits, day, number }))
  }
  return builds
    .filter(({ startedAt }) => Date.parse(startedAt) >= fromHour * HOUR_MS && Date.parse(startedAt) < endMs)
    .map((build) => asKnownAt(build, nowMs))
}

type Place = Readonly<{
  seed: number
  service: string
  habits: DeliveryHabits
  day: number
  number: number
}>

/** A mainline that is red is repaired before anything else comes to it. */
function buildAndRepair({ seed, service, habits, day, number }: Place): readonly Build[] {
  const stream = streamOf(service) + 30
  const counter = day * 8 + number
  const slot = (WORKING_HOURS / (2 * habits.buildsADay)) * 60
  const minute = Math.floor(
    number * slot + (hash(seed, stream, counter) % Math.max(1, Math.floor(slot * 0.7))),
  )
  const startedMs = (day * HOURS_A_DAY + FIRST_HOUR) * HOUR_MS + minute * MINUTE_MS
  const isFailed = chance(seed, stream + 1, counter) < habits.buildFailureShare
  const first = { service, startedMs, minutes: around(habits.buildMinutes, seed, stream + 2, counter) }
  const id = `${service}.mainline.${instantOf(startedMs).slice(0, 10)}-${number + 1}`
  const count = 1 + (hash(seed, stream + 3, counter) % BUILDS_WITH_TWO === 0 ? 1 : 0)
  const commitsBefore = (ms: number, some: number, salt: number) =>
    Array.from({ length: some }, (_, at) => {
      const mergedMs = ms - (2 + at * 19) * MINUTE_MS
      const place = counter * 8 + at + salt
      return {
        id: hash(seed, stream + 4, place)
          .toString(16)
          .padStart(8, '0'),
        authoredAt: instantOf(
          wholeMinute(mergedMs - around(habits.reviewHours, seed, stream + 5, place) * HOUR_MS),
        ),
        mergedAt: instantOf(mergedMs),
      }
    })
  const built = buildOf({ ...first, id, isFailed, commits: commitsBefore(startedMs, count, 0) })
  if (!isFailed) return [built]
  const repairedMs = wholeMinute(
    Date.parse(built.endedAt ?? '') + around(habits.repairMinutes, seed, stream + 6, counter) * MINUTE_MS,
  )
  return [
    built,
    buildOf({
      ...first,
      id: `${id}-repair`,
      startedMs: repairedMs,
      isFailed: false,
      commits: commitsBefore(repairedMs, 1, 4),
    }),
  ]
}

const wholeMinute = (ms: number) => Math.floor(ms / MINUTE_MS) * MINUTE_MS

type Planned = Readonly<{
  id: string
  service: string
  startedMs: number
  minutes: number
  isFailed: boolean
  commits: Build['commits']
}>

function buildOf({ id, service, startedMs, minutes, isFailed, commits }: Planned): Build {
  return {
    id,
    service,
    startedAt: instantOf(startedMs),
    endedAt: instantOf(startedMs + Math.ceil(minutes) * MINUTE_MS),
    result: isFailed ? 'failed' : 'succeeded',
    commits,
  }
}

function asKnownAt(build: Build, nowMs: number): Build {
  return Date.parse(build.endedAt ?? '') <= nowMs ? build : { ...build, endedAt: null, result: null }
}
