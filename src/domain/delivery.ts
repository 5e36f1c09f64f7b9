import { type Instant, minutesBetween } from './instant.ts'

/** What rows stand for. */
export const deliveryGroups = ['team', 'service', 'deployment'] as const
export type DeliveryGroup = (typeof deliveryGroups)[number]

/** Two of each indicator: what it loses by failing and how soon it recovers, or how long it takes and how often it happens. */
export const deliveryComponents = [
  'deployment-failure-rate',
  'deployment-recovery',
  'deployment-lead-time',
  'deployment-interval',
  'build-failure-rate',
  'build-recovery',
  'build-lead-time',
  'build-interval',
  'commit-lead-time',
  'commit-interval',
] as const
export type DeliveryComponent = (typeof deliveryComponents)[number]

export const deliveryResults = ['succeeded', 'failed'] as const
type DeliveryResult = (typeof deliveryResults)[number]

/** A version of a service that came to an environment. What nobody told is null. */
export type Deployment = Readonly<{
  id: string
  service: string
  environment: string
  atMs: Instant
  result: DeliveryResult | null
  /** When the oldest change in it was committed. */
  committedMs: Instant | null
  /** When a failed one was undone or repaired. */
  recoveredMs: Instant | null
}>

type Commit = Readonly<{
  id: string
  /** When it was written. */
  authoredMs: Instant | null
  /** When it came to the mainline. */
  mergedMs: Instant
}>

/** A build of a service's mainline; without an end it still runs. */
export type Build = Readonly<{
  id: string
  service: string
  startedMs: Instant
  endedMs: Instant | null
  result: DeliveryResult | null
  /** What it builds and no build before it did. */
  commits: readonly Commit[]
}>

/** One observation of a component. Rates are 0 or 1, times are minutes. */
export type Sample = Readonly<{
  component: DeliveryComponent
  service: string
  /** Null where it belongs to none: builds and commits. */
  environment: string | null
  atMs: Instant
  value: number
}>

/** Failures at their time, lead times and intervals when the deployment came: that is the window they count in. */
export function deploymentSamples(deployments: readonly Deployment[]): readonly Sample[] {
  const rows = Map.groupBy(deployments, ({ service, environment }) => `${service} ${environment}`)
  return inOrder([...rows.values()].flatMap(samplesOfDeployments))
}

function samplesOfDeployments(unordered: readonly Deployment[]): readonly Sample[] {
  const row = unordered.toSorted((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : 1))
  const landed = row.filter(({ result }) => result !== 'failed')
  const at = (component: DeliveryComponent, { service, environment, atMs }: Deployment, value: number) => ({
    component,
    service,
    environment,
    atMs,
    value,
  })
  const spells = failureSpells(
    row.map((one) => ({ item: one, atMs: one.atMs, result: one.result, recoveredMs: one.recoveredMs })),
  )
  return [
    ...row.flatMap((one) =>
      one.result === null ? [] : [at('deployment-failure-rate', one, one.result === 'failed' ? 1 : 0)],
    ),
    ...spells.map(({ item, minutes }) => at('deployment-recovery', item, minutes)),
    ...landed.flatMap((one) =>
      one.committedMs === null
        ? []
        : [at('deployment-lead-time', one, Math.max(0, minutesBetween(one.committedMs, one.atMs)))],
    ),
    ...pairsOf(landed).map(([before, one]) =>
      at('deployment-interval', one, minutesBetween(before.atMs, one.atMs)),
    ),
  ]
}

type Ended = Readonly<{ build: Build; endedMs: Instant; result: DeliveryResult }>

/** Everything when a build ended; what still runs is not known of. */
export function buildSamples(builds: readonly Build[]): readonly Sample[] {
  const rows = Map.groupBy(builds.flatMap(endedOf), ({ build }) => build.service)
  return inOrder([...rows.values()].flatMap(samplesOfBuilds))
}

function endedOf(build: Build): readonly Ended[] {
  const { endedMs, result } = build
  return endedMs === null || result === null ? [] : [{ build, endedMs, result }]
}

function samplesOfBuilds(unordered: readonly Ended[]): readonly Sample[] {
  const row = unordered.toSorted((a, b) => a.endedMs - b.endedMs || (a.build.id < b.build.id ? -1 : 1))
  const green = row.filter(({ result }) => result === 'succeeded')
  const at = (component: DeliveryComponent, { build: { service }, endedMs }: Ended, value: number) => ({
    component,
    service,
    environment: null,
    atMs: endedMs,
    value,
  })
  const spells = failureSpells(
    row.map((one) => ({ item: one, atMs: one.endedMs, result: one.result, recoveredMs: null })),
  )
  return [
    ...row.map((one) => at('build-failure-rate', one, one.result === 'failed' ? 1 : 0)),
    ...spells.map(({ item, minutes }) => at('build-recovery', item, minutes)),
    ...green.map((one) => at('build-lead-time', one, minutesBetween(beginningOf(one.build), one.endedMs))),
    ...pairsOf(green).map(([before, one]) =>
      at('build-interval', one, minutesBetween(before.endedMs, one.endedMs)),
    ),
  ]
}

/** The wait before a build counts like the build: whoever committed waits for both. */
function beginningOf({ startedMs, commits }: Build): Instant {
  return commits.reduce((first, { mergedMs }) => Math.min(first, mergedMs), startedMs)
}

/** Commits when they came to the mainline; one that two builds name is one. */
export function commitSamples(builds: readonly Build[]): readonly Sample[] {
  const rows = Map.groupBy(builds, ({ service }) => service)
  return inOrder([...rows].flatMap(([service, own]) => samplesOfCommits(service, own)))
}

function samplesOfCommits(service: string, builds: readonly Build[]): readonly Sample[] {
  const earliest = new Map<string, Commit>()
  for (const commit of builds.flatMap(({ commits }) => commits)) {
    const known = earliest.get(commit.id)
    if (known === undefined || isBefore(commit, known)) earliest.set(commit.id, commit)
  }
  const commits = [...earliest.values()].toSorted((a, b) => (isBefore(a, b) ? -1 : 1))
  const at = (component: DeliveryComponent, { mergedMs }: Commit, value: number) => ({
    component,
    service,
    environment: null,
    atMs: mergedMs,
    value,
  })
  return [
    ...commits.flatMap((one) =>
      one.authoredMs === null
        ? []
        : [at('commit-lead-time', one, Math.max(0, minutesBetween(one.authoredMs, one.mergedMs)))],
    ),
    ...pairsOf(commits).map(([before, one]) =>
      at('commit-interval', one, minutesBetween(before.mergedMs, one.mergedMs)),
    ),
  ]
}

/** Of two that tell the same commit otherwise the choice must not depend on which came first. */
function isBefore(a: Commit, b: Commit): boolean {
  if (a.mergedMs !== b.mergedMs) return a.mergedMs < b.mergedMs
  if (a.id !== b.id) return a.id < b.id
  return (a.authoredMs ?? Infinity) < (b.authoredMs ?? Infinity)
}

type Outcome<Item> = Readonly<{
  item: Item
  atMs: Instant
  result: DeliveryResult | null
  recoveredMs: Instant | null
}>

/**
 * From a failure to when it was recovered from: as told, else the next success. What fails again meanwhile is the same
 * failure. One that is not recovered from yet has no length, and is left out.
 */
function failureSpells<Item>(
  row: readonly Outcome<Item>[],
): readonly Readonly<{ item: Item; minutes: number }>[] {
  const spells: Readonly<{ item: Item; minutes: number }>[] = []
  let endMs = -Infinity
  for (const [index, { item, atMs, result, recoveredMs }] of row.entries()) {
    if (result !== 'failed' || atMs < endMs) continue
    const next = row.slice(index + 1).find((later) => later.result === 'succeeded')
    endMs = recoveredMs ?? next?.atMs ?? Infinity
    if (endMs !== Infinity) spells.push({ item, minutes: Math.max(0, minutesBetween(atMs, endMs)) })
  }
  return spells
}

function pairsOf<Item>(row: readonly Item[]): readonly (readonly [Item, Item])[] {
  return row.slice(1).flatMap((item, at): (readonly [Item, Item])[] => {
    const before = row[at]
    return before === undefined ? [] : [[before, item]]
  })
}

const ranks = new Map<string, number>(deliveryComponents.map((component, at) => [component, at]))

function inOrder(samples: readonly Sample[]): readonly Sample[] {
  const rank = ({ component }: Sample) => ranks.get(component) ?? 0
  return samples.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      a.atMs - b.atMs ||
      compareText(a.service, b.service) ||
      compareText(a.environment ?? '', b.environment ?? ''),
  )
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
