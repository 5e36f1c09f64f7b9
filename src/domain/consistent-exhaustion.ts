/** One series in one period. */
export type ExhaustionEntry = Readonly<{
  service: string
  team: string
  sli: string
  periodId: string
  /** Exhausted before the period's end. */
  isPremature: boolean
}>

export type ConsistentExhauster = Readonly<{
  /** Of the service or the team. */
  name: string
  /** Budgets exhausted early in each of the periods, in their order. */
  exhaustedByPeriod: readonly number[]
}>

/** Of a service's or a team's budgets: some of them, or some of every SLI it has in the period. */
export type ExhaustionScope = 'some' | 'every-sli'

/**
 * Who exhausted budgets early in each of the periods, without exception. Most budgets first, then by name. Give the closed
 * periods that are meant: of none, nobody did.
 */
export function consistentExhausters(
  entries: readonly ExhaustionEntry[],
  periodIds: readonly string[],
  owner: 'service' | 'team',
  scope: ExhaustionScope = 'some',
): readonly ConsistentExhauster[] {
  if (periodIds.length === 0) return []
  return [...Map.groupBy(entries, (entry) => entry[owner])]
    .map(([name, own]) => ({
      name,
      periods: periodIds.map((id) => own.filter(({ periodId }) => periodId === id)),
    }))
    .filter(({ periods }) => periods.every((period) => isExhausted(period, scope)))
    .map(({ name, periods }) => ({ name, exhaustedByPeriod: periods.map(exhaustedCount) }))
    .toSorted((a, b) => total(b) - total(a) || (a.name < b.name ? -1 : 1))
}

function isExhausted(period: readonly ExhaustionEntry[], scope: ExhaustionScope): boolean {
  if (scope === 'some') return exhaustedCount(period) > 0
  const bySli = [...Map.groupBy(period, ({ sli }) => sli).values()]
  return bySli.length > 0 && bySli.every((own) => exhaustedCount(own) > 0)
}

function exhaustedCount(entries: readonly ExhaustionEntry[]): number {
  return entries.filter(({ isPremature }) => isPremature).length
}

function total({ exhaustedByPeriod }: ConsistentExhauster): number {
  return exhaustedByPeriod.reduce((sum, count) => sum + count, 0)
}

/**
 * What several budgets ended short of, added up: 43 % and 51 % of two budgets make 0.94. A sum of shortages, and not a share
 * of any budget.
 */
export function sumOfShortages(remainings: readonly (number | null)[]): number {
  return remainings.reduce<number>((sum, remaining) => sum + Math.max(0, -(remaining ?? 0)), 0)
}
