import type { Mutant } from './instrument.ts'
import { type Entry, idsOf } from './ledger.ts'

export type Outcome = 'killed' | 'endless' | 'survived' | 'never met' | 'met at load'

export type Score = Readonly<{
  name: string
  counts: Readonly<Record<Outcome, number>>
  /** Of those that a running test could have met; null where there is none. */
  share: number | null
}>

const outcomes: readonly Outcome[] = ['killed', 'endless', 'survived', 'never met', 'met at load']

/** A mutant that only takes effect while its module is loaded cannot be woken afterwards, and is not judged. */
export function outcomesOf(
  mutants: readonly Mutant[],
  entries: readonly Entry[],
): ReadonlyMap<Mutant, Outcome> {
  const killed = idsOf(entries, 'killed')
  const endless = idsOf(entries, 'endless')
  const met = idsOf(entries, 'met')
  const metAtLoad = idsOf(entries, 'met-at-load')
  const outcomeOf = ({ id }: Mutant): Outcome => {
    if (killed.has(id)) return 'killed'
    if (endless.has(id)) return 'endless'
    if (met.has(id)) return 'survived'
    return metAtLoad.has(id) ? 'met at load' : 'never met'
  }
  return new Map(mutants.map((mutant) => [mutant, outcomeOf(mutant)]))
}

export function scoreOf(name: string, found: readonly Outcome[]): Score {
  const counts = Object.fromEntries(
    outcomes.map((outcome) => [outcome, found.filter((one) => one === outcome).length]),
  ) as Record<Outcome, number>
  const judged = found.length - counts['met at load']
  return { name, counts, share: judged === 0 ? null : (counts.killed + counts.endless) / judged }
}
