import type { Instant } from './instant.ts'

/** As work items go; what stops something is `done` when it was lifted again. */
export const consequenceStates = ['new', 'ready', 'in-work', 'implemented', 'done', 'left-out'] as const
export type ConsequenceState = (typeof consequenceStates)[number]

export type ConsequenceProgress = Readonly<{
  state: ConsequenceState
  /** When it came into that state. */
  at: Instant
  /** Null where the policy gives no time. */
  dueAt: Instant | null
}>

export const consequenceStandings = [
  'waiting',
  'running',
  'overdue',
  'done-in-time',
  'done-late',
  'left-out',
] as const
export type ConsequenceStanding = (typeof consequenceStandings)[number]

export function consequenceStanding(
  { state, at, dueAt }: ConsequenceProgress,
  now: Instant,
): ConsequenceStanding {
  if (state === 'left-out') return 'left-out'
  if (state === 'done') return dueAt === null || at <= dueAt ? 'done-in-time' : 'done-late'
  if (dueAt !== null && now > dueAt) return 'overdue'
  return state === 'new' ? 'waiting' : 'running'
}

/** What needs people soonest stands first. `passed`: over before anybody acknowledged it. */
export const enactmentStatuses = [
  'overdue',
  'unacknowledged',
  'running',
  'acknowledged',
  'done-late',
  'done-in-time',
  'passed',
] as const
export type EnactmentStatus = (typeof enactmentStatuses)[number]

export type EnactmentProgress = Readonly<{
  /** Null while the condition goes on being met. */
  endedAt: Instant | null
  acknowledgedAt: Instant | null
  consequences: readonly ConsequenceProgress[]
}>

export function enactmentStatus(
  { endedAt, acknowledgedAt, consequences }: EnactmentProgress,
  now: Instant,
): EnactmentStatus {
  const standings = consequences.map((one) => consequenceStanding(one, now))
  const has = (wanted: ConsequenceStanding) => standings.includes(wanted)
  // Begun and late is begun: by its standing alone it would look like one that nobody touched.
  const isBegun = consequences.some(({ state }) => state !== 'new')
  if (acknowledgedAt === null && !isBegun && endedAt !== null) return 'passed'
  if (has('overdue')) return 'overdue'
  if (acknowledgedAt === null && !isBegun) return 'unacknowledged'
  if (!has('waiting') && !has('running')) return has('done-late') ? 'done-late' : 'done-in-time'
  return isBegun ? 'running' : 'acknowledged'
}

/** Whether somebody still has something to do about it. */
export function isUnfinished(status: EnactmentStatus): boolean {
  return status !== 'passed' && status !== 'done-late' && status !== 'done-in-time'
}

export const clauseStatuses = ['not-met', ...enactmentStatuses] as const
export type ClauseStatus = (typeof clauseStatuses)[number]

/** That of the most pressing enactment of those that go on or are unfinished; what is over and done leaves the clause. */
export function clauseStatus(
  enactments: readonly Readonly<{ status: EnactmentStatus; endedAt: Instant | null }>[],
): ClauseStatus {
  const present = enactments
    .filter(({ status, endedAt }) => endedAt === null || isUnfinished(status))
    .map(({ status }) => status)
  return enactmentStatuses.find((status) => present.includes(status)) ?? 'not-met'
}

/** Each null until both its ends are known. */
export type LeadTimes = Readonly<{
  toAcknowledge: number | null
  /** From met to the last consequence done. */
  toDone: number | null
}>

/** In milliseconds. What was left out is nobody's lead time, and nothing done is none. */
export function leadTimes(
  metAt: Instant,
  { acknowledgedAt, consequences }: Pick<EnactmentProgress, 'acknowledgedAt' | 'consequences'>,
): LeadTimes {
  const wanted = consequences.filter(({ state }) => state !== 'left-out')
  const isDone = wanted.length > 0 && wanted.every(({ state }) => state === 'done')
  const since = (at: Instant) => Math.max(0, at - metAt)
  return {
    toAcknowledge: acknowledgedAt === null ? null : since(acknowledgedAt),
    toDone: isDone ? since(Math.max(...wanted.map(({ at }) => at))) : null,
  }
}

/** Of those with a time to keep that is over, or done: how many were done in it. */
export function onTimeOf(
  consequences: readonly ConsequenceProgress[],
  now: Instant,
): Readonly<{ onTime: number; of: number }> {
  const judged = consequences
    .filter(({ dueAt }) => dueAt !== null)
    .map((one) => consequenceStanding(one, now))
    .filter((one) => one === 'done-in-time' || one === 'done-late' || one === 'overdue')
  return { onTime: judged.filter((one) => one === 'done-in-time').length, of: judged.length }
}
