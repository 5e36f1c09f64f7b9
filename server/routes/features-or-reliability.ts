import { isoFromHour } from '../../src/domain/hours.ts'
import { periodAt, type Period } from '../../src/domain/period.ts'
import { PICKS } from '../../src/domain/shortlist.ts'
import { chosenNames, chosenServices, type CatalogIndex } from '../catalog-index.ts'
import { didYouMean } from '../closest-names.ts'
import type { Route } from '../context.ts'
import { listIdentity } from '../page.ts'
import { invalidParameter } from '../problem.ts'
import { periodOnWire } from '../wire.ts'
import { accountingYear, closedPeriods } from '../workflows/closed-periods.ts'
import { decidedSplit } from '../workflows/decided-split.ts'
import { pickedShortlist } from '../workflows/picked-shortlist.ts'
import { nothingRanked, rankedLists } from '../workflows/shortlist-lists.ts'

/** W3: who most needs reliability work, and whether the next period belongs to that or to features. */
export const readFeaturesOrReliability: Route<'readFeaturesOrReliability'> = async ({ query }, context) => {
  const { team, deployment, period: asked, picks = PICKS, merge = 'yes', leave, add, at } = query
  const { index, deps } = context
  const moment = await context.moment()
  const closed = closedPeriods(moment)
  const period = closedPeriod(asked, closed)
  const periods = period === null ? [] : accountingYear(closed.slice(0, closed.indexOf(period) + 1))
  const chosen = { team, deployment }
  const scope = scopeOf(chosen, index)
  const revision = (await deps.records.revision?.()) ?? 0
  const identity = `${listIdentity('features-or-reliability', { ...chosen, period: period?.id, at })} as of ${revision}`
  const lists = await context.tables.of(identity, index, moment, async () =>
    periods.length === 0 ? nothingRanked : rankedLists({ ...context, moment }, chosen, periods),
  )
  const decisionFor = periodAt(moment.scheme, moment.currentPeriod.endHour)
  const onWire = (one: Period) => periodOnWire(one, moment.nowHour)
  return {
    period: period && onWire(period),
    periods: periods.map(onWire),
    closedPeriods: closed.map(onWire),
    decisionFor: onWire(decisionFor),
    reviewIn: onWire(periodAt(moment.scheme, decisionFor.endHour)),
    scope,
    picks,
    isMerged: merge === 'yes',
    ...pickedShortlist(lists, {
      picks,
      isMerged: merge === 'yes',
      leftOut: new Set(leave?.split(',')),
      added: new Set(add?.split(',')),
      spans: period && { last: period.name, all: spanOf(periods, period) },
    }),
    decided: await decidedSplit(team?.split(',') ?? [], decisionFor.id, context),
    dataUpTo: isoFromHour(moment.nowHour),
  }
}

function closedPeriod(id: string | undefined, closed: readonly Period[]): Period | null {
  if (id === undefined) return closed.at(-1) ?? null
  const period = closed.find((candidate) => candidate.id === id)
  if (period !== undefined) return period
  const allowed = closed.map((candidate) => candidate.id)
  throw invalidParameter('period', id, {
    detail: `"${id}" is no closed period with data`,
    allowed,
    hint:
      didYouMean(id, allowed) ??
      'What is still open has no verdict yet; leave it out for the last that closed',
  })
}

function spanOf([first]: readonly Period[], last: Period): string {
  return first === undefined || first === last ? last.name : `${first.name}–${last.name}`
}

function scopeOf(
  chosen: Readonly<{ team?: string | undefined; deployment?: string | undefined }>,
  index: CatalogIndex,
) {
  const teams = chosenNames('team', chosen.team, index.teams)
  const deployments = chosenNames('deployment', chosen.deployment, index.deployments)
  const named = ({ slug, name }: Readonly<{ slug: string; name: string }>) => ({ slug, name })
  const places = index.catalog.deployments.filter(({ slug, kind }) =>
    deployments === null ? kind === 'production' : deployments.has(slug),
  )
  const services = chosenServices({ team: chosen.team }, index).filter((slug) =>
    index.services.get(slug)?.deployments.some((place) => places.some((one) => one.slug === place)),
  )
  return {
    teams: index.catalog.teams.filter(({ slug }) => teams?.has(slug) ?? true).map(named),
    serviceCount: services.length,
    deployments: places.map(named),
  }
}
