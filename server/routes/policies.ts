import type { PolicyList } from '../../src/contract/policies.ts'
import { describeEnactments, describePolicies } from '../../src/domain/describe-policies.ts'
import { isoFromHour } from '../../src/domain/hours.ts'
import { periodsBetween } from '../../src/domain/period.ts'
import { policyStates } from '../../src/domain/policy.ts'
import { chosenNames, foundSeries } from '../catalog-index.ts'
import type { Route } from '../context.ts'
import { listIdentity, pageOf } from '../page.ts'
import { changedEnactment, foundEnactment, writeCheck } from '../policies/change-enactment.ts'
import { countsOf, reviewData } from '../policies/enactment-counts.ts'
import {
  ENACTMENT_SORT,
  enactmentOrder,
  isEnactmentChosen,
  isEnactmentPlaced,
  isMemberPlaced,
  statusCounts,
} from '../policies/enactment-list.ts'
import { enactmentOnWire } from '../policies/enactment-on-wire.ts'
import { enactmentsIn } from '../policies/enactments.ts'
import { maySee, policySource } from '../policies/policy-source.ts'
import { policyReviews } from '../policies/policy-reviews.ts'
import { policyOnWire } from '../policies/policy-on-wire.ts'
import { sloClausesOf } from '../policies/slo-clauses.ts'
import { inOrder } from '../row-order.ts'
import { requestedWindow } from '../window-range.ts'
import { periodOnWire } from '../wire.ts'

/** All policies side by side. A team that keeps its own to itself is named as one that does. */
const listPolicies: Route<'listPolicies'> = async ({ query }, context) => {
  const { index } = context
  const { policies, source } = await policySource(context)
  const teams = chosenNames('team', query.team, index.teams)
  const services = chosenNames('service', query.service, index.services)
  const states = query.state?.split(',')
  const placed = policies.filter(
    ({ policy }) =>
      (teams?.has(policy.team) ?? true) &&
      (services === null || policy.services.some((one) => services.has(one))),
  )
  const seen = placed.filter(maySee(context))
  const chosen = seen.filter(({ policy }) => states?.includes(policy.state) ?? true)
  const reviewOf = await policyReviews(context)
  const items = await Promise.all(chosen.map((known) => policyOnWire(source, known, reviewOf(known.policy))))
  const ofServices =
    services === null ? null : new Set([...services].map((one) => index.services.get(one)?.team))
  const without = index.catalog.teams
    .filter(({ slug }) => (teams?.has(slug) ?? true) && (ofServices?.has(slug) ?? true))
    .filter(({ slug }) => seen.every(({ policy }) => policy.team !== slug))
    .map(({ slug, name }) => ({
      team: slug,
      teamName: name,
      isHidden: placed.some(({ policy }) => policy.team === slug),
    }))
  const { nowHour, currentPeriod } = source.moment
  return {
    items,
    without: states === undefined ? without : [],
    dataUpTo: isoFromHour(nowHour),
    currentPeriod: periodOnWire(currentPeriod, nowHour),
    answer: answerOf(
      items,
      new Set([...seen.map(({ policy }) => policy.team), ...without.map(({ team }) => team)]).size,
    ),
    states: policyStates.map((slug) => ({
      slug,
      count: seen.filter(({ policy }) => policy.state === slug).length,
    })),
  }
}

function answerOf(items: PolicyList['items'], teams: number): string {
  const bound = items.filter(({ isInForce }) => isInForce)
  const statuses = bound.flatMap(({ clauses }) => clauses.map(({ status }) => status))
  return describePolicies({
    teams,
    inForce: new Set(bound.map(({ team }) => team)).size,
    clausesMet: statuses.filter((status) => status !== null && status !== 'not-met').length,
    unacknowledged: statuses.filter((status) => status === 'unacknowledged').length,
    overdue: statuses.filter((status) => status === 'overdue').length,
    reviewsOverdue: items.filter(({ isReviewOverdue }) => isReviewOverdue).length,
  })
}

/** The log of enactments, and the numbers that a review of a policy starts from. */
const listEnactments: Route<'listEnactments'> = async ({ query }, context) => {
  const { cursor, limit, sort = ENACTMENT_SORT, ...asked } = query
  const { index, deps } = context
  const { policies, source } = await policySource(context)
  const { moment } = source
  const window = requestedWindow(asked, 'last-3-periods', moment)
  const teams = chosenNames('team', asked.team, index.teams)
  const names = asked.policy?.split(',')
  const seen = policies
    .filter(maySee(context))
    .filter(({ policy }) => (teams?.has(policy.team) ?? true) && (names?.includes(policy.slug) ?? true))
    .filter(({ boundFrom }) => boundFrom !== null && boundFrom < window.toHour)
  const all = await enactmentsIn(
    source,
    seen.flatMap(({ clauses }) => clauses),
    window,
  )
  const placed = all.filter(isEnactmentPlaced(asked, index))
  const chosen = placed.filter(isEnactmentChosen(asked.status))
  const known = await reviewData(source, seen, all, window)
  const isHere = isMemberPlaced(asked, index)
  const data = { ...known, exhaustions: known.exhaustions.filter(({ member }) => isHere(member)) }
  const nowMs = deps.now()
  const order = enactmentOrder(sort)
  const page = pageOf(
    { items: inOrder(chosen, order), identity: listIdentity(`enactments ${sort}`, asked), ...order },
    { cursor, limit },
  )
  const counts = countsOf(chosen, data, nowMs)
  const periods = periodsBetween(
    moment.scheme,
    Math.max(window.fromHour, moment.dataFromHour),
    Math.min(window.toHour, moment.nowHour),
  )
  const byTeam = new Map(seen.map(({ policy, teamName }) => [policy.team, teamName]))
  return {
    ...page,
    items: page.items.map((one) => enactmentOnWire(one, nowMs)),
    window: { from: isoFromHour(window.fromHour), to: isoFromHour(window.toHour) },
    dataUpTo: isoFromHour(moment.nowHour),
    answer: describeEnactments(counts),
    counts,
    periods: periods.map((period) => ({
      ...countsOf(chosen, data, nowMs, { period }),
      period: periodOnWire(period, moment.nowHour),
    })),
    teams: [...byTeam].map(([team, teamName]) => ({
      ...countsOf(chosen, data, nowMs, { team }),
      team,
      teamName,
    })),
    statuses: statusCounts(placed),
  }
}

const readEnactment: Route<'readEnactment'> = async ({ params }, context) => {
  const { policies, source } = await policySource(context)
  const seen = policies.filter(({ policy }) => policy.team === params.team).filter(maySee(context))
  return enactmentOnWire(await foundEnactment(params.enactment, seen, source), context.deps.now())
}

const changeEnactment: Route<'changeEnactment'> = (request, context) => changedEnactment(request, context)

const checkClause: Route<'checkClause'> = (request, context) => writeCheck(request, context)

/** The clauses that look at one budget. A budget that is not of production is in no policy's scope. */
const listSloClauses: Route<'listSloClauses'> = async ({ params }, context) => {
  foundSeries(context.index, params)
  const { policies, source } = await policySource(context)
  const id = `${params.slo}@${params.deployment}`
  const seen = policies
    .filter(maySee(context))
    .filter(({ policy, scope }) => policy.state !== 'retired' && scope.some((series) => series.id === id))
  const items = await sloClausesOf(source, seen, id)
  return {
    items,
    byPeople: seen.flatMap(({ clauses }) => clauses).filter(({ limit }) => limit === null).length,
    dataUpTo: isoFromHour(source.moment.nowHour),
  }
}

export const policyRoutes = {
  listPolicies,
  listEnactments,
  readEnactment,
  listSloClauses,
  changeEnactment,
  checkClause,
} as const
