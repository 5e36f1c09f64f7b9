import type { Feed } from '../../src/contract/feed.ts'
import { chosenNames } from '../catalog-index.ts'
import type { Route } from '../context.ts'
import { instantOf } from '../instant.ts'
import { compareAscending, listIdentity, pageOf, type Position } from '../page.ts'
import type { SeriesFeed, SeriesKey } from '../ports.ts'
import { isoOrNull } from '../wire.ts'

export const listFeeds: Route<'listFeeds'> = async ({ query }, { deps, index }) => {
  const slos = chosenNames('slo', query.slo, index.slos)
  const deployments = chosenNames('deployment', query.deployment, index.deployments)
  const chosen = index.catalog.slos
    .filter(({ id }) => slos?.has(id) ?? true)
    .flatMap((slo) => slo.deployments.map((deployment) => ({ sloId: slo.id, deployment })))
    .filter(({ deployment }) => deployments?.has(deployment) ?? true)
  // Left out by stores that compute what they are asked for.
  const feeds = await deps.feeds?.(slos === null ? null : [...slos])
  const known = new Map(feeds?.map((feed) => [keyOf(feed), feed]))
  const { isSimulated } = index.catalog.organization
  const items = chosen
    .map((series) => feedOnWire(series, known.get(keyOf(series)), feeds === undefined || isSimulated))
    .filter(({ state }) => query.feed === undefined || state === query.feed)
    .toSorted((a, b) => compareAscending(positionOf(a), positionOf(b)))
  return pageOf(
    { items, identity: listIdentity('feeds', query), positionOf, compare: compareAscending },
    query,
  )
}

const keyOf = ({ sloId, deployment }: SeriesKey) => `${sloId}@${deployment}`

function feedOnWire(
  { sloId, deployment }: SeriesKey,
  feed: SeriesFeed | undefined,
  isComputed: boolean,
): Feed {
  const progress = feed?.progress ?? null
  const failure = progress?.failure ?? null
  return {
    slo: sloId,
    deployment,
    state: stateOf(feed, isComputed),
    source: progress?.source ?? null,
    fedUpTo: isoOrNull(progress?.fedUpToHour ?? null),
    fedAt: instantOrNull(progress?.fedAtMs),
    triedAt: instantOrNull(progress?.triedAtMs),
    failure: failure && { kind: failure.kind, reason: failure.reason, since: instantOf(failure.sinceMs) },
    nextTryAt: instantOrNull(progress?.nextTryAtMs),
  }
}

function stateOf(feed: SeriesFeed | undefined, isComputed: boolean): Feed['state'] {
  if (feed?.isMeasured !== true) return isComputed ? 'computed' : 'sent'
  if (feed.progress === null) return 'waiting'
  return feed.progress.failure === null ? 'fed' : 'failing'
}

const instantOrNull = (ms: number | null | undefined) => (ms == null ? null : instantOf(ms))

function positionOf({ slo, deployment }: Feed): Position {
  return [slo, deployment]
}
