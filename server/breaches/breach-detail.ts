import type { SloBreachDetail } from '../../src/contract/slo-breaches.ts'
import { leaningOf } from '../../src/domain/breach-review.ts'
import { budgetSeries } from '../../src/domain/budget-series.ts'
import { ruleRate } from '../../src/domain/burn-rate.ts'
import { depletionEpisodes } from '../../src/domain/episode.ts'
import { isoFromHour, type Hour } from '../../src/domain/hours.ts'
import { periodAt, periodBefore, type Period } from '../../src/domain/period.ts'
import { defaultRuleSet, ruleSetAt } from '../../src/domain/rule-set.ts'
import { targetAt } from '../../src/domain/target.ts'
import { listedSeries, type ListedSeries } from '../budgets/listed-series.ts'
import { hoursBehind } from '../budgets/period-figures.ts'
import { loadSeries, targetTimeline, type Member } from '../budgets/series.ts'
import type { ApiContext } from '../context.ts'
import type { Moment } from '../moment.ts'
import { filledLinks } from '../on-call/links.ts'
import { RequestProblem } from '../problem.ts'
import { periodOnWire } from '../wire.ts'
import { breachEntries, type BreachEntry } from './breach-entries.ts'
import { breachIdOf, namedBreach } from './breach-id.ts'
import { neighboursDuring } from './breach-neighbours.ts'
import { breachesOnWire } from './breach-on-wire.ts'
import { readEntered, type Entered } from './entered.ts'

const MOST_PREVIOUS = 12
/** A year of four-week periods. */
const PERIODS_BACK = 13

/** Everything an alert says, of one breach, and what people made of it and of those before. */
export async function readBreachDetail(id: string, context: ApiContext): Promise<SloBreachDetail> {
  const { deps, index, book, breaches } = context
  const moment = await context.moment()
  const { member, startHour } = namedBreach(id, index)
  const listed = listedSeries(index, (each) => book.measurementsId(each))
  const own = listed.filter(({ member: each }) => isSameSeries(each, member))
  const entered = await readEntered(deps.entries, index)
  const source = { deps, breaches, entered, moment }
  const period = periodAt(moment.scheme, startHour)
  const earliest = Math.max(periodBefore(moment.scheme, period, PERIODS_BACK).startHour, moment.dataFromHour)
  const upTo = { fromHour: Math.min(earliest, startHour), toHour: startHour + 1 }
  const all = await breachEntries(source, own, upTo)
  const entry = all.findLast(({ breach }) => (breach.endHour ?? moment.nowHour) > startHour)
  if (entry === undefined) throw noBreach(id, all, member)
  const earlier = all.filter(({ breach }) => breach.startHour < entry.breach.startHour).toReversed()
  const [[breach], previous, budget, neighbours, reviewed] = await Promise.all([
    breachesOnWire(deps, [entry], moment),
    breachesOnWire(deps, earlier.slice(0, MOST_PREVIOUS), moment),
    budgetAround(deps, entry, moment),
    neighboursDuring(entry, { ...context, source, listed }),
    reviewedNext(deps, entry),
  ])
  if (breach === undefined) throw new Error('A breach that was found is one on the wire')
  const reviews = reviewsOfSlo(entered, listed, member)
  return {
    breach,
    period: periodOnWire(budget.period, moment.nowHour),
    remainingBefore: budget.before,
    remainingAfter: budget.after,
    burningSince: budget.burningSinceHour === null ? null : isoFromHour(budget.burningSinceHour),
    targetThen: targetAt(targetTimeline(member.slo), entry.breach.startHour),
    ...judgedBy(entry, entered, budget.period),
    neighbours: [...neighbours],
    runbookUrl: member.slo.runbook?.url ?? null,
    links: deps.links === undefined ? [] : filledLinks(member, deps.links),
    previous,
    previousCount: earlier.length,
    reviewed,
    reviews,
    leaning: leaningOf(reviews),
  }
}

function isSameSeries(a: Member, b: Member): boolean {
  return a.slo.id === b.slo.id && a.deployment === b.deployment
}

function noBreach(id: string, known: readonly BreachEntry[], member: Member): RequestProblem {
  const last = known.at(-1)
  return new RequestProblem('not-found', {
    detail: `No breach of ${member.slo.id} in ${member.deployment} lay in that hour`,
    field: 'breach',
    value: id,
    ...(last !== undefined && {
      hint: `The last one before it is ${breachIdOf(last.series.member, last.breach.startHour)}`,
    }),
    apiHint: 'GET /api/slo-breaches lists them',
  })
}

type BudgetAround = Readonly<{
  period: Period
  before: number | null
  after: number | null
  burningSinceHour: Hour | null
}>

/** In the period it began in; where it goes on in the next one, up to the border. */
async function budgetAround(
  deps: ApiContext['deps'],
  { series, breach }: BreachEntry,
  { scheme, nowHour }: Moment,
): Promise<BudgetAround> {
  const period = periodAt(scheme, breach.startHour)
  const { fromHour, toHour } = hoursBehind(period, nowHour)
  const hours = await loadSeries(deps, series.member, fromHour, toHour)
  const { hour, remaining } = budgetSeries(hours, period, nowHour, 'hour')
  const leftAt = (end: Hour) => {
    const row = hour.findLastIndex((each) => each < end)
    return row < 0 ? 1 : (remaining[row] ?? null)
  }
  const burning = depletionEpisodes(hours, period, nowHour).find(
    ({ startHour, endHour }) => startHour <= breach.startHour && breach.startHour < endHour,
  )
  return {
    period,
    before: leftAt(breach.startHour),
    after: leftAt(Math.min(breach.endHour ?? nowHour, period.endHour)),
    burningSinceHour: burning?.startHour ?? null,
  }
}

function judgedBy({ series, breach }: BreachEntry, entered: Entered, period: Period) {
  const { timeline } = entered.timelineOf(series.member.slo.team)
  const set = ruleSetAt(timeline, breach.startHour)
  return {
    isOwnRule: set !== defaultRuleSet,
    snoozeHours: set.snoozeHours,
    rules: set.rules.map((rule) => ({
      id: rule.id,
      severity: rule.severity,
      longHours: rule.longHours,
      shortMinutes: rule.shortMinutes,
      rate: ruleRate(rule, period.endHour - period.startHour),
      held: breach.ruleIds.includes(rule.id),
    })),
  }
}

/** One that was entered and taken back is followed by the next version. */
async function reviewedNext(
  { entries }: ApiContext['deps'],
  { id, review }: BreachEntry,
): Promise<SloBreachDetail['reviewed']> {
  const breach = review?.breach ?? id
  const held = await entries.read('breach-review', breach)
  return { breach, version: held?.version ?? 0 }
}

function reviewsOfSlo(
  entered: Entered,
  listed: readonly ListedSeries[],
  { slo }: Member,
): SloBreachDetail['reviews'] {
  return listed
    .filter(({ member }) => member.slo.id === slo.id)
    .flatMap(({ id, member: { deployment } }) =>
      entered.reviewsOf(id).map(({ onWire }) => ({ ...onWire, deployment })),
    )
    .toSorted((a, b) => (a.breachStart < b.breachStart ? 1 : -1))
}
