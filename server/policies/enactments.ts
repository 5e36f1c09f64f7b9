import type { EnactmentBody } from '../../src/contract/enactments.ts'
import type { Instant } from '../../src/domain/instant.ts'
import { isoFromHour, type Hour } from '../../src/domain/hours.ts'
import { periodsBetween, type Period } from '../../src/domain/period.ts'
import { hoursOfLength } from '../../src/domain/policy.ts'
import { SAME_ENACTMENT_HOURS, type HeldCondition } from '../../src/domain/policy-condition.ts'
import {
  enactmentStatus,
  leadTimes,
  type ConsequenceProgress,
  type EnactmentStatus,
  type LeadTimes,
} from '../../src/domain/policy-enactment.ts'
import type { HourRange } from '../../src/domain/time-window.ts'
import type { BudgetBook } from '../budgets/budget-book.ts'
import type { ListedSeries } from '../budgets/listed-series.ts'
import type { Moment } from '../moment.ts'
import type { ApiDeps } from '../ports.ts'
import type { ConditionBook } from './condition-book.ts'
import type { KnownClause, KnownPolicy } from './known-policies.ts'
import type { PolicyEntries } from './policy-entries.ts'

/** A time in which a clause was met in one budget, or as people said, with what they did about it. */
export type Enactment = Readonly<{
  id: string
  clause: KnownClause
  /** Null where people said so, of no budget. */
  series: ListedSeries | null
  metAt: Instant
  endedAt: Instant | null
  depletedAtMet: number | null
  depletedAtMost: number | null
  isEstimate: boolean
  body: EnactmentBody | null
  /** What to change, and which version of it. */
  written: Readonly<{ enactment: string; version: number }>
  acknowledgedAt: Instant | null
  /** In the order of the clause. */
  consequences: readonly ConsequenceProgress[]
  status: EnactmentStatus
  leads: LeadTimes
}>

export type EnactmentSource = Readonly<{
  deps: ApiDeps
  conditions: ConditionBook
  book: BudgetBook
  slaBook: BudgetBook
  entries: PolicyEntries
  moment: Moment
}>

const HOUR_MS = 3_600_000

/** What was met in the window or was still met in it, oldest first. */
export async function enactmentsIn(
  source: EnactmentSource,
  clauses: readonly KnownClause[],
  window: HourRange,
): Promise<readonly Enactment[]> {
  const found = await Promise.all(
    clauses.map(async (clause) =>
      clause.isDerived ? derived(source, clause, window) : checked(source, clause),
    ),
  )
  const fromMs = window.fromHour * HOUR_MS
  // The last hour is known when it is over: what it met was met now, which a window up to now has in it.
  const toMs = window.toHour >= source.moment.nowHour ? Number.POSITIVE_INFINITY : window.toHour * HOUR_MS
  return found
    .flat()
    .flatMap(whileBound)
    .filter(({ metAt, endedAt }) => metAt < toMs && (metAt >= fromMs || (endedAt ?? toMs) > fromMs))
    .toSorted((a, b) => a.metAt - b.metAt || (a.id < b.id ? -1 : 1))
}

/** A retired policy bound until a day; where nobody named it, what people wrote tells that it still did. */
function whileBound(enactment: Enactment): readonly Enactment[] {
  const { boundUntil } = enactment.clause.policy
  if (boundUntil === null) return enactment.body === null ? [] : [enactment]
  return enactment.metAt < boundUntil * HOUR_MS ? [enactment] : []
}

async function derived(
  source: EnactmentSource,
  clause: KnownClause,
  window: HourRange,
): Promise<readonly Enactment[]> {
  const { moment, conditions } = source
  const { limit, members, policy } = clause
  const { boundFrom } = policy
  if (limit === null || boundFrom === null) return []
  const fromHour = Math.max(window.fromHour, boundFrom, moment.dataFromHour)
  const periods = periodsBetween(moment.scheme, fromHour, Math.min(window.toHour, moment.nowHour))
  const book = clause.clause.condition.budget === 'sla' ? source.slaBook : source.book
  const judged = members.map((member) => member.judged)
  const byPeriod = await Promise.all(
    periods.map(async (period) => {
      const asked = { members: judged, limit, period, fromHour: boundFrom }
      const readings = await conditions.of(asked, book, moment)
      return members.flatMap(({ series }, row) =>
        (readings[row]?.held ?? []).map((held) => ofBudget(source, clause, series, held, period)),
      )
    }),
  )
  return byPeriod.flat()
}

function ofBudget(
  source: EnactmentSource,
  clause: KnownClause,
  series: ListedSeries,
  { metHour, endHour, depletedAtMet, depletedAtMost }: HeldCondition,
  period: Period,
): Enactment {
  const { slo, deployment } = series.member
  return withEntry(source, {
    prefix: `${clause.policy.policy.slug}.${clause.id}.${slo.id}.${deployment}.`,
    nth: 1,
    clause,
    series,
    metAt: metHour * HOUR_MS,
    endedAt: earlierOf(endHour === null ? null : endHour * HOUR_MS, clause.policy),
    depletedAtMet,
    depletedAtMost,
    isEstimate: period.endHour > source.moment.nowHour,
  })
}

/** What goes on when the policy is retired ends there. */
function earlierOf(endedAt: Instant | null, { boundUntil }: KnownPolicy): Instant | null {
  const end = Math.min(endedAt ?? Infinity, (boundUntil ?? Infinity) * HOUR_MS)
  return end === Infinity ? null : end
}

/** From the first time people found it met until they found that it was not any more. */
function checked(source: EnactmentSource, clause: KnownClause): readonly Enactment[] {
  const { policy, boundFrom } = clause.policy
  if (boundFrom === null) return []
  const runs: { metAt: Instant; endedAt: Instant | null }[] = []
  for (const { isMet, at } of source.entries.checksOf(policy.slug, clause.id).checks) {
    const last = runs.at(-1)
    const isOpen = last !== undefined && last.endedAt === null
    if (isMet && !isOpen) runs.push({ metAt: Date.parse(at), endedAt: null })
    else if (!isMet && isOpen) last.endedAt = Date.parse(at)
  }
  return runs
    .map((run, place) => ({
      ...run,
      prefix: `${policy.slug}.${clause.id}.checked.`,
      nth: nthOfHour(runs, place),
    }))
    .filter(({ metAt }) => metAt >= boundFrom * HOUR_MS)
    .map((run) =>
      withEntry(source, {
        ...run,
        endedAt: earlierOf(run.endedAt, clause.policy),
        clause,
        series: null,
        depletedAtMet: null,
        depletedAtMost: null,
        isEstimate: false,
      }),
    )
}

/** People may find a thing met, and over, and met again in one hour. */
function nthOfHour(runs: readonly Readonly<{ metAt: Instant }>[], place: number): number {
  const hourOf = (at: number) => Math.floor((runs[at]?.metAt ?? 0) / HOUR_MS)
  return runs.slice(0, place + 1).filter((_, at) => hourOf(at) === hourOf(place)).length
}

type Met = Omit<
  Enactment,
  'id' | 'body' | 'written' | 'acknowledgedAt' | 'consequences' | 'status' | 'leads'
> &
  Readonly<{ prefix: string; nth: number }>

function withEntry({ entries, deps }: EnactmentSource, { prefix, nth, ...met }: Met): Enactment {
  const id = `${prefix}${hourName(Math.floor(met.metAt / HOUR_MS))}${nth > 1 ? `-${nth}` : ''}`
  const isOf = (key: string) => key === id || mayHaveBegunAt(hourNamed(key.slice(prefix.length)), met)
  const entry = entries.writtenOf(prefix).findLast(({ key }) => isOf(key))
  const body = entry?.body ?? null
  const acknowledgedAt = body?.acknowledged == null ? null : Date.parse(body.acknowledged.at)
  const consequences = progressOf(met, body)
  const progress = { endedAt: met.endedAt, acknowledgedAt, consequences }
  return {
    ...met,
    id,
    body,
    written: { enactment: entry?.key ?? id, version: entry?.version ?? 0 },
    acknowledgedAt,
    consequences,
    status: enactmentStatus(progress, deps.now()),
    leads: leadTimes(met.metAt, progress),
  }
}

/** Hours that came late, and corrections, may have moved the beginning since somebody wrote. What people found stays where it was. */
export function mayHaveBegunAt(
  hour: Hour | null,
  { metAt, endedAt, series }: Pick<Enactment, 'metAt' | 'endedAt' | 'series'>,
): boolean {
  if (hour === null || series === null) return false
  const at = hour * HOUR_MS
  return at >= metAt - SAME_ENACTMENT_HOURS * HOUR_MS && at < (endedAt ?? Infinity)
}

function progressOf(
  { clause: { clause }, metAt }: Pick<Met, 'clause' | 'metAt'>,
  body: EnactmentBody | null,
): readonly ConsequenceProgress[] {
  const kept = keptConsequences(clause, body)
  return clause.consequences.map(({ within }, place) => {
    const hours = within === null ? null : hoursOfLength(within)
    const told = kept[place]
    return {
      state: told?.state ?? 'new',
      at: told === undefined || told === null ? metAt : Date.parse(told.at),
      dueAt: hours === null ? null : metAt + hours * HOUR_MS,
    }
  })
}

/** What was kept of each consequence of the clause, which may have been changed since: by their kinds, in their order. */
export function keptConsequences(
  { consequences }: KnownClause['clause'],
  body: EnactmentBody | null,
): readonly (EnactmentBody['consequences'][number] | null)[] {
  const left = [...(body?.consequences ?? [])]
  return consequences.map(({ kind }) => {
    const place = left.findIndex((one) => one.kind === kind)
    return place < 0 ? null : (left.splice(place, 1)[0] ?? null)
  })
}

function hourName(hour: Hour): string {
  const iso = isoFromHour(hour)
  return `${iso.slice(0, 10)}-${iso.slice(11, 13)}`
}

const hourPattern = /^(\d{4}-\d{2}-\d{2})-(\d{2})(?:-\d+)?$/

/** The hour that stands at the end of an id; null where none does. */
export function hourNamed(name: string): Hour | null {
  const [, day, hour] = hourPattern.exec(name) ?? []
  const at = day === undefined ? Number.NaN : Date.parse(`${day}T${hour}:00:00Z`)
  return Number.isNaN(at) ? null : at / HOUR_MS
}
