import { YEAR_PERIODS } from '../../src/contract/tighter-slo.ts'
import { consumptionLeaning } from '../../src/domain/api-consumption.ts'
import {
  CONSUMPTION_RULE,
  describeConsumption,
  describeNoSlo,
} from '../../src/domain/describe-api-consumption.ts'
import { endpointWords } from '../../src/domain/endpoint-words.ts'
import { isoFromHour } from '../../src/domain/hours.ts'
import { CONSISTENT_PERIODS } from '../../src/domain/kept-overview.ts'
import { chosenNames, type CatalogIndex } from '../catalog-index.ts'
import { didYouMean } from '../closest-names.ts'
import type { Route } from '../context.ts'
import { listIdentity } from '../page.ts'
import { invalidParameter } from '../problem.ts'
import { periodOnWire } from '../wire.ts'
import { adherenceOf, consumedSlas, consumedSlos } from '../workflows/api-consumption.ts'
import { lastClosedPeriods } from '../workflows/closed-periods.ts'

/** W1: which SLOs a service has where it would be called, how they were kept, and how ready its callers have to be. */
export const readApiConsumption: Route<'readApiConsumption'> = async ({ query }, context) => {
  const { index } = context
  chosenNames('service', query.service, index.services)
  const slis = chosenNames('sli', query.sli, index.slis)
  const { team = '', deployments = [] } = index.services.get(query.service) ?? {}
  const teamName = index.teams.get(team)?.name ?? team
  const deployment = deploymentOf(query.service, deployments, query.deployment, index)
  const place = { service: query.service, deployment: deployment ?? '' }
  const moment = await context.moment()
  const periods = lastClosedPeriods(moment, YEAR_PERIODS)
  const source = { ...context, moment }
  const identity = listIdentity('api-consumption', { ...place, at: query.at })
  const { entries, all, slas } = await context.tables.of(identity, index, moment, async () => {
    const found = await adherenceOf(query.service, periods, source)
    return {
      entries: found,
      all: await consumedSlos(found, place, periods, source),
      slas: deployment === null ? [] : await consumedSlas(place, periods, source),
    }
  })
  const slos = all.filter(({ sli }) => slis?.has(sli) ?? true)
  const signs = slos.map(({ sign, endpoint, sliName }) => ({
    name: `${endpointWords(endpoint)}, ${sliName}`,
    ...sign,
  }))
  const elsewhere = new Set(entries.map(({ over }) => over.series.member.deployment))
  return {
    service: query.service,
    deployment,
    team,
    teamName,
    deployments: [...deployments],
    slis: [...Map.groupBy(all, ({ sli }) => sli)].map(([slug, own]) => ({
      slug,
      name: own[0]?.sliName ?? slug,
      count: own.length,
    })),
    periods: periods.map((period) => periodOnWire(period, moment.nowHour)),
    recent: CONSISTENT_PERIODS,
    slos,
    without:
      slos.length > 0
        ? null
        : describeNoSlo({
            service: query.service,
            deployment,
            teamName,
            elsewhere: [...elsewhere],
            chosen: [...new Set(all.map(({ sliName }) => sliName))],
          }),
    slas: slas.filter(({ sliName }) => slis === null || isNamed(slis, sliName, index)),
    outcome: {
      leansTo: consumptionLeaning(signs),
      says: describeConsumption(signs),
      rule: CONSUMPTION_RULE,
    },
    dataUpTo: isoFromHour(moment.nowHour),
  }
}

function isNamed(slis: ReadonlySet<string>, sliName: string, index: CatalogIndex): boolean {
  return [...slis].some((slug) => index.slis.get(slug)?.name === sliName)
}

function deploymentOf(
  service: string,
  deployments: readonly string[],
  asked: string | undefined,
  index: CatalogIndex,
): string | null {
  if (asked !== undefined) {
    if (deployments.includes(asked)) return asked
    throw invalidParameter('deployment', asked, {
      detail: `${service} does not run in "${asked}"`,
      allowed: [...deployments],
      hint: didYouMean(asked, deployments) ?? 'Leave it out for the first one of production',
    })
  }
  const inProduction = deployments.find((slug) => index.deployments.get(slug)?.kind === 'production')
  return inProduction ?? deployments[0] ?? null
}
