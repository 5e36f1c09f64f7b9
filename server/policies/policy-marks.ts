import type { PolicyMark } from '../../src/contract/policy-mark.ts'
import type { Period } from '../../src/domain/period.ts'
import type { HourRange } from '../../src/domain/time-window.ts'
import { listedSeries } from '../budgets/listed-series.ts'
import type { ApiContext } from '../context.ts'
import { instantOf } from '../instant.ts'
import type { Moment } from '../moment.ts'
import { enactmentsIn } from './enactments.ts'
import { policySource } from './policy-source.ts'

const HOUR_MS = 3_600_000

type Asked = Readonly<{
  seriesIds: ReadonlySet<string>
  /** Whose budgets the clauses look at. */
  budget: 'slo' | 'sla'
  window: HourRange
}>

/**
 * When clauses were met in these budgets, by series, oldest first. Graphs are the same for everybody: what a team keeps to
 * itself is not on them.
 */
export async function policyMarks(
  context: ApiContext,
  { seriesIds, budget, window }: Asked,
): Promise<ReadonlyMap<string, PolicyMark[]>> {
  const { policies, source } = await policySource(context)
  const clauses = policies
    .filter(({ policy }) => policy.visibility === 'public')
    .flatMap((policy) => policy.clauses)
    .filter(({ isDerived, clause }) => isDerived && clause.condition.budget === budget)
    .map((clause) => ({
      ...clause,
      members: clause.members.filter(({ series }) => seriesIds.has(series.id)),
    }))
    .filter(({ members }) => members.length > 0)
  const enactments = await enactmentsIn(source, clauses, window)
  const marks = enactments.flatMap(({ series, clause, metAt, endedAt }) =>
    series === null
      ? []
      : [
          {
            seriesId: series.id,
            mark: {
              clause: clause.clause.name,
              start: instantOf(metAt),
              end: endedAt === null ? null : instantOf(endedAt),
            },
          },
        ],
  )
  const grouped = Map.groupBy(marks, ({ seriesId }) => seriesId)
  return new Map([...grouped].map(([seriesId, own]) => [seriesId, own.map(({ mark }) => mark)]))
}

/** From the first of the periods to the last, no further than there are data. */
export function spanOfPeriods(periods: readonly Period[], { nowHour }: Moment): HourRange {
  const starts = periods.map(({ startHour }) => startHour)
  const ends = periods.map(({ endHour }) => endHour)
  return { fromHour: Math.min(nowHour, ...starts), toHour: Math.min(nowHour, Math.max(0, ...ends)) }
}

/** How often clauses were met in each of the periods, in production budgets of these services. */
export async function enactedCounts(
  context: ApiContext,
  services: ReadonlySet<string>,
  periods: readonly Period[],
): Promise<number[]> {
  const { index, book } = context
  const listed = listedSeries(index, (member) => book.measurementsId(member))
  const own = listed.filter(({ member, isProduction }) => isProduction && services.has(member.slo.service))
  const window = spanOfPeriods(periods, await context.moment())
  const marks = await policyMarks(context, {
    seriesIds: new Set(own.map(({ id }) => id)),
    budget: 'slo',
    window,
  })
  const hours = [...marks.values()].flat().map(({ start }) => Date.parse(start) / HOUR_MS)
  return periods.map(
    ({ startHour, endHour }) => hours.filter((hour) => hour >= startHour && hour < endHour).length,
  )
}
