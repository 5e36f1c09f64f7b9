import type { Hour } from '../../src/domain/hours.ts'
import type { Period } from '../../src/domain/period.ts'
import type { PeriodBudget } from '../../src/domain/period-budget.ts'
import {
  conditionStanding,
  heldConditions,
  type ConditionStanding,
  type HeldCondition,
} from '../../src/domain/policy-condition.ts'
import { reachesLimit, type DepletionLimit } from '../../src/domain/premature-depletion.ts'
import type { BudgetBook } from '../budgets/budget-book.ts'
import { hoursBehind, isOpenAt } from '../budgets/period-figures.ts'
import { loadSeries, type Member } from '../budgets/series.ts'
import { createLru } from '../lru.ts'
import { mapConcurrently } from '../map-concurrently.ts'
import type { Moment } from '../moment.ts'
import type { ApiDeps } from '../ports.ts'

/** How one condition stands, and stood, in one budget in one period. */
type ConditionReading = Readonly<{
  held: readonly HeldCondition[]
  /** As of now, or of the period's end. */
  standing: ConditionStanding
}>

type Asked = Readonly<{
  members: readonly Member[]
  limit: DepletionLimit
  period: Period
  /** Since when somebody is bound by it. */
  fromHour: Hour
}>

/** Readings that were worked out, kept as long as they cannot have changed; null where the series did not exist in the period. */
export type ConditionBook = Readonly<{
  of(asked: Asked, book: BudgetBook, moment: Moment): Promise<readonly (ConditionReading | null)[]>
}>

const MOST_KEPT = 100_000
const READS_AT_ONCE = 16

export function createConditionBook(): ConditionBook {
  const kept = createLru<Promise<ConditionReading>>(MOST_KEPT)

  return {
    async of({ members, limit, period, fromHour }, book, moment) {
      const { revision, nowHour } = moment
      const standings = await book.standings(members, period, moment)
      const read = async (member: Member, place: number): Promise<ConditionReading | null> => {
        const standing = standings[place]
        if (standing === undefined || standing === null) return null
        const known = withoutHours(standing.budget, limit)
        if (known !== null) return known
        const validity = isOpenAt(period, nowHour) ? `${revision}@${nowHour}` : revision
        const since = Math.max(fromHour, period.startHour)
        const name = [book.measurementsId(member), period.id, validity, limit.share, limit.withinHours, since]
        const then = book.asKnown(member, period, moment)
        const key = `${name.join(' ')}${then.name}`
        const held = kept.get(key)
        if (held !== undefined) return held
        const reading = workOut(then.deps, member, { limit, period, fromHour: since }, nowHour)
        kept.set(key, reading)
        reading.catch(() => kept.delete(key))
        return reading
      }
      return mapConcurrently(
        members.map((member, place) => ({ member, place })),
        READS_AT_ONCE,
        ({ member, place }) => read(member, place),
      )
    },
  }
}

/** What the sums of a period tell already: most budgets never come near their limits. Null where the hours have to be read. */
function withoutHours(budget: PeriodBudget, limit: DepletionLimit): ConditionReading | null {
  const { grant, bad, remaining, isOpen } = budget
  if (grant <= 0) return bad === 0 ? { held: [], standing: { depleted: null, isMet: false } } : null
  if (reachesLimit(bad / grant, limit)) return null
  // No top-up makes more than all bad events go.
  const depleted = limit.withinHours === null ? 1 - (remaining ?? 1) : bad === 0 ? 0 : null
  if (depleted === null) return isOpen ? null : { held: [], standing: { depleted: null, isMet: false } }
  return { held: [], standing: { depleted, isMet: false } }
}

async function workOut(
  deps: ApiDeps,
  member: Member,
  { limit, period, fromHour }: Omit<Asked, 'members'>,
  nowHour: Hour,
): Promise<ConditionReading> {
  const hours = hoursBehind(period, nowHour)
  const series = await loadSeries(deps, member, hours.fromHour, hours.toHour)
  return {
    held: heldConditions(series, period, nowHour, limit, fromHour),
    standing: conditionStanding(series, period, nowHour, limit),
  }
}
