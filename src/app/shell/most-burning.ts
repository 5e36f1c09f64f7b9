import type { BudgetsQuery } from '../../contract/budget.ts'

const MOST_BURNING = 50

/** The same question for whoever asks what burns, so that all share one answer. */
export function mostBurning(production: string | undefined): Omit<BudgetsQuery, 'cursor'> {
  return {
    ...(production !== undefined && { deployment: production }),
    burning: 'only',
    sort: '-burn-rate',
    limit: MOST_BURNING,
  }
}
