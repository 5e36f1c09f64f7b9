import type { Slo } from '../../src/contract/catalog.ts'
import { YEAR_PERIODS } from '../../src/contract/tighter-slo.ts'
import { describeTightening, TIGHTENING_RULE } from '../../src/domain/describe-tighter-slo.ts'
import { formatTarget } from '../../src/domain/format.ts'
import { isoFromHour } from '../../src/domain/hours.ts'
import { heard } from '../../src/domain/silence.ts'
import { PPB } from '../../src/domain/target.ts'
import { REPRESENTATIVE_REMAINDER, roomIn } from '../../src/domain/tighter-slo.ts'
import { namesOf, subjectOf } from '../budgets/subject.ts'
import { chosenNames, foundSlo, type CatalogIndex } from '../catalog-index.ts'
import { didYouMean } from '../closest-names.ts'
import type { Route } from '../context.ts'
import { invalidParameter } from '../problem.ts'
import { lastClosedPeriods } from '../workflows/closed-periods.ts'
import { candidatesOf, endedOnWire, endsOf, remaindersOf, tightestOf } from '../workflows/tighter-slo.ts'

/** W2: whether there is room for a tighter SLO of a dependency, and what other targets would have come to. */
export const readTighterSlo: Route<'readTighterSlo'> = async ({ query }, context) => {
  const { index } = context
  const slo = knownSlo(index, query.slo)
  const deployment = deploymentOf(slo, query.deployment, index)
  const chosen = chosenTarget(query.target, slo)
  const moment = await context.moment()
  const periods = lastClosedPeriods(moment, query.periods ?? YEAR_PERIODS)
  const member = { slo, deployment }
  const ends = await endsOf(member, periods, context, moment)
  const room = roomIn(remaindersOf(ends))
  const others = slo.deployments.filter((other) => other !== deployment)
  const elsewhere = await Promise.all(
    others.map(async (other) => ({
      deployment: other,
      ...roomIn(remaindersOf(await endsOf({ slo, deployment: other }, periods, context, moment))),
    })),
  )
  const tightest = tightestOf(ends)
  const candidates = await candidatesOf(member, periods, { tightest, chosen }, context, moment)
  const names = namesOf(member, index)
  const isProduction = (place: string) => index.deployments.get(place)?.kind === 'production'
  return {
    ...subjectOf(member, names),
    deployments: [...slo.deployments],
    slaTarget: slo.slaTarget,
    periods: endedOnWire(ends, periods, member, moment),
    least: REPRESENTATIVE_REMAINDER,
    room,
    elsewhere,
    tightest,
    candidates,
    says: describeTightening({
      teamName: names.teamName,
      deployment,
      target: slo.target,
      room,
      states: ends.flatMap((budget) => (budget === null ? [] : [heard(budget)])),
      tightest,
      needed: candidates.find(({ target }) => target === chosen) ?? null,
      elsewhere: elsewhere.filter((other) => isProduction(other.deployment)),
    }),
    rule: TIGHTENING_RULE,
    dataUpTo: isoFromHour(moment.nowHour),
  }
}

function knownSlo(index: CatalogIndex, id: string): Slo {
  chosenNames('slo', id, index.slos)
  return foundSlo(index, id)
}

function deploymentOf({ id, deployments }: Slo, asked: string | undefined, index: CatalogIndex): string {
  if (asked !== undefined) {
    if (deployments.includes(asked)) return asked
    throw invalidParameter('deployment', asked, {
      detail: `${id} is not measured in "${asked}"`,
      allowed: [...deployments],
      hint: didYouMean(asked, deployments) ?? 'Leave it out for the first one of production',
    })
  }
  const inProduction = deployments.find((slug) => index.deployments.get(slug)?.kind === 'production')
  return inProduction ?? deployments[0] ?? ''
}

function chosenTarget(asked: number | undefined, { id, target }: Slo): number | null {
  if (asked === undefined) return null
  const chosen = Math.round(asked * PPB) / PPB
  if (chosen > target) return chosen
  throw invalidParameter('target', String(asked), {
    detail: `${formatTarget(chosen)} % is no tighter than the ${formatTarget(target)} % of ${id}`,
    hint: `Give a share above ${target}, such as 0.9995`,
  })
}
