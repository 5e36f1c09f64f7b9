import type { BudgetSummary } from '../../contract/budget.ts'
import type { KeptBudgets } from '../../contract/kept-budgets.ts'

const leanings = ['reliability', 'a closer look', 'features'] as const
export type Leaning = (typeof leanings)[number]

export type Evidence = Readonly<{
  service: string
  team: string
  /** The last closed periods, oldest first: broken, kept, or null without a verdict. */
  verdicts: readonly Readonly<{ periodId: string; name: string; isBroken: boolean | null }>[]
  /** Budgets broken in the last closed period, worst first. */
  brokenBudgets: readonly BudgetSummary[]
  /** Budgets of the open period that are used up already. */
  exhaustedBudgets: readonly BudgetSummary[]
  leaning: Leaning
}>

const PERIODS = 3
/** Twice in three periods is no accident any more. */
const REPEATEDLY = 2

/** Service by service what speaks for reliability work; what most needs it comes first. */
export function gatherEvidence(
  kept: KeptBudgets,
  brokenLastPeriod: readonly BudgetSummary[],
  exhaustedNow: readonly BudgetSummary[],
): readonly Evidence[] {
  const closed = kept.items
    .flatMap(({ period }, index) => (period.isOpen ? [] : [{ period, index }]))
    .slice(-PERIODS)
  return kept.services
    .map(({ service, team, brokenPeriods }): Evidence => {
      const verdicts = closed.map(({ period, index }) => ({
        periodId: period.id,
        name: period.name,
        isBroken: brokenPeriods[index] ?? null,
      }))
      const exhaustedBudgets = exhaustedNow.filter((budget) => budget.service === service)
      return {
        service,
        team,
        verdicts,
        brokenBudgets: brokenLastPeriod.filter((budget) => budget.service === service),
        exhaustedBudgets,
        leaning: leaningOf(
          verdicts.filter(({ isBroken }) => isBroken === true).length,
          exhaustedBudgets.length,
        ),
      }
    })
    .toSorted((a, b) => weight(b) - weight(a) || a.service.localeCompare(b.service))
}

/** The data lean; the person decides. */
export function leaningOf(brokenPeriods: number, exhaustedNow: number): Leaning {
  if (brokenPeriods >= REPEATEDLY) return 'reliability'
  if (brokenPeriods === 1 && exhaustedNow > 0) return 'reliability'
  return brokenPeriods > 0 || exhaustedNow > 0 ? 'a closer look' : 'features'
}

function weight({ verdicts, exhaustedBudgets, leaning }: Evidence): number {
  const broken = verdicts.filter(({ isBroken }) => isBroken === true).length
  return (leanings.length - leanings.indexOf(leaning)) * 1_000 + broken * 100 + exhaustedBudgets.length
}
