/** An instant, in hours since the epoch; a release lies between two full ones. */
type Instant = number

export type SeenRelease = Readonly<{ service: string; version: string; at: Instant }>

/** A service that is called, directly or by another, and since when it burns; null where it does not. */
export type SeenDependency = Readonly<{ service: string; burnsSince: Instant | null }>

/**
 * What most likely made a budget burn. `dependency`: one that burns itself, with the release before its own burn, if any.
 * `dependency-release`: nothing of it burns that is measured, but it changed.
 */
export type BurnCause =
  | Readonly<{ kind: 'release'; release: SeenRelease }>
  | Readonly<{ kind: 'dependency'; service: string; since: Instant; release: SeenRelease | null }>
  | Readonly<{ kind: 'dependency-release'; release: SeenRelease }>
  | Readonly<{ kind: 'none' }>

/** A release explains what begins within a day of it. */
export const CAUSE_LOOKBACK_HOURS = 24
/** One that is this near needs no other explanation. */
const NEAR_HOURS = 2
/** Hours are counted whole: what begins in the hour after may have begun before. */
const SAME_TIME_HOURS = 1

type Burn = Readonly<{
  service: string
  /** The first burning hour. */
  startHour: Instant
  /** To this deployment, of the service and of what it calls, in any order. */
  releases: readonly SeenRelease[]
  /** Nearest first. */
  dependencies: readonly SeenDependency[]
}>

/**
 * A release of the service itself where it lies just before the burn; else a dependency that began to burn no later; else a
 * release of the service within the day, then one of a dependency. It says what came before, not that it is to blame.
 */
export function burnCause({ service, startHour, releases, dependencies }: Burn): BurnCause {
  const own = lastBefore(releases, service, startHour)
  if (own !== null && startHour - own.at <= NEAR_HOURS) return { kind: 'release', release: own }
  const burning = firstToBurn(dependencies, startHour)
  if (burning !== null) {
    const { service: name, since } = burning
    return { kind: 'dependency', service: name, since, release: lastBefore(releases, name, since) }
  }
  if (own !== null) return { kind: 'release', release: own }
  const changed = dependencies
    .flatMap(({ service: name }) => lastBefore(releases, name, startHour) ?? [])
    .toSorted((a, b) => b.at - a.at)
  return changed[0] === undefined ? { kind: 'none' } : { kind: 'dependency-release', release: changed[0] }
}

/** Within the day before, or in the burn's own first hour, whose minutes are not known. */
function lastBefore(
  releases: readonly SeenRelease[],
  service: string,
  startHour: Instant,
): SeenRelease | null {
  const earliest = startHour - CAUSE_LOOKBACK_HOURS
  return releases
    .filter((release) => release.service === service)
    .filter(({ at }) => at >= earliest && at < startHour + 1)
    .reduce<SeenRelease | null>((last, one) => (last === null || one.at > last.at ? one : last), null)
}

/** The one that burned first: a service between it and us burns because of it. Of several, the nearest. */
function firstToBurn(dependencies: readonly SeenDependency[], startHour: Instant) {
  return dependencies
    .flatMap(({ service, burnsSince }) => (burnsSince === null ? [] : { service, since: burnsSince }))
    .filter(({ since }) => since <= startHour + SAME_TIME_HOURS)
    .reduce<Readonly<{ service: string; since: Instant }> | null>(
      (first, one) => (first === null || one.since < first.since ? one : first),
      null,
    )
}

/** How a burn lies to that of a dependency which may have caused it: the first hour of one is not always that of the other. */
export function burnOrder(since: Instant, dependencySince: Instant): 'after' | 'when' | 'before' {
  if (dependencySince < since) return 'after'
  return dependencySince > since ? 'before' : 'when'
}
