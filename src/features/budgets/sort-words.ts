import type { BudgetSort } from '../../url/budgets-view.ts'

const words: Record<BudgetSort['column'], string> = {
  service: 'service',
  team: 'team',
  sli: 'SLI',
  slo: 'SLO',
  target: 'target',
  deployment: 'deployment',
  state: 'state',
  remaining: 'budget left',
  'burn-rate': 'burn rate',
  exhaustion: 'exhaustion',
}

// What comes first, where "ascending" would leave the reader to work it out.
const first: Partial<Record<BudgetSort['column'], readonly [ascending: string, descending: string]>> = {
  state: ['worst first', 'best first'],
  remaining: ['least first', 'most first'],
  'burn-rate': ['slowest first', 'fastest first'],
  exhaustion: ['soonest first', 'latest first'],
  target: ['loosest first', 'tightest first'],
}

/** "Sorted by service, then by budget left, least first." */
export function sortWords(sort: readonly BudgetSort[]): string {
  const parts = sort.map(({ column, descending }) => {
    const order = first[column]?.[descending ? 1 : 0] ?? (descending ? 'backwards' : '')
    return order === '' ? words[column] : `${words[column]}, ${order}`
  })
  return `Sorted by ${parts.join(', then by ')}.`
}
