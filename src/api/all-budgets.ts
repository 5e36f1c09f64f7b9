import type { BudgetsQuery, BudgetSummary } from '../contract/budget.ts'
import { callApi } from './http.ts'

/** The most rows one request may ask for. */
const PAGE_ROWS = 500

/** Every row of a list, for a file rather than a screen: page after page, until there is none. */
export async function allBudgets(
  filters: Omit<BudgetsQuery, 'cursor' | 'limit'>,
  signal: AbortSignal,
): Promise<readonly BudgetSummary[]> {
  const rows: BudgetSummary[] = []
  let cursor: string | null = null
  do {
    const page: Readonly<{ items: readonly BudgetSummary[]; nextCursor: string | null }> = await callApi(
      'listBudgets',
      {
        params: {},
        query: { ...filters, limit: PAGE_ROWS, ...(cursor !== null && { cursor }) },
        signal,
      },
    )
    rows.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== null)
  return rows
}
