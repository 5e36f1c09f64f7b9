import { describe, expect, test } from 'vitest'

import { budgetSortColumns, type BudgetSortColumn, type BudgetSummary } from '../../src/contract/budget.ts'
import { comparableRemaining } from '../../src/domain/silence.ts'
import { statesBySeverity } from '../../src/domain/state.ts'
import { allItems } from '../testing/api-client.ts'
import { harbourline } from '../testing/harbourline.ts'

const idOf = ({ sloId, deployment }: BudgetSummary) => `${sloId}@${deployment}`

describe('the sentence that answers for the list', () => {
  const answerOf = async (query: Record<string, string>) =>
    (await harbourline.read('listBudgets', { ...query, limit: 1 })).answer.replaceAll(/\s/g, ' ')

  test('is about the whole selection, and names the services that have no SLO', async () => {
    const answer = await answerOf({})
    expect(answer).toMatch(/^\d+ of 24 services have \d+ SLOs, \d+ by default; the tightest target is 100 %/)
    expect(answer).toMatch(/Without any: [a-z-]+\.$/)
    expect(await answerOf({ sort: '-target' })).toBe(answer)
  })

  test('of one team counts its services alone; of what is narrowed otherwise it claims nothing to be without', async () => {
    expect(await answerOf({ team: 'payments' })).toMatch(/^All 4 services have/)
    expect(await answerOf({ sli: 'freshness' })).not.toContain('Without any')
  })
})

describe('paging and sorting over a whole organization', () => {
  test('every page together is the whole list, without repeats', async () => {
    const whole = (await harbourline.read('listBudgets', { limit: 500 })).items
    const paged = await allItems((cursor) => harbourline.read('listBudgets', { ...cursor, limit: 37 }))
    expect(paged.map(idOf)).toEqual(whole.map(idOf))
    expect(new Set(paged.map(idOf)).size).toBe(whole.length)
  })

  test('pages stay whole when many rows tie', async () => {
    const query = { sort: 'deployment', limit: 11 }
    const paged = await allItems((cursor) => harbourline.read('listBudgets', { ...cursor, ...query }))
    expect(new Set(paged.map(idOf)).size).toBe((await harbourline.read('listBudgets')).totalCount)
  })

  const shown: Readonly<Record<BudgetSortColumn, (row: BudgetSummary) => string | number | null>> = {
    service: (row) => row.service,
    team: (row) => row.teamName,
    sli: (row) => row.sliName,
    slo: (row) => row.sloSlug,
    target: (row) => row.target,
    deployment: (row) => row.deployment,
    state: (row) => statesBySeverity.indexOf(row.budget.state),
    // What is shown as a dash is absent, whatever the period holds.
    remaining: ({ budget }) => comparableRemaining(budget),
    'burn-rate': (row) => row.burning?.rate ?? null,
    exhaustion: ({ budget }) => instantMs(budget.exhaustedAt ?? budget.projectedExhaustionAt),
  }

  test.each(budgetSortColumns)(
    '%s sorts both ways, and what is absent comes last in either',
    async (column) => {
      for (const [sort, direction] of [
        [column, 1],
        [`-${column}`, -1],
      ] as const) {
        const rows = (await harbourline.read('listBudgets', { sort, limit: 500 })).items
        const values = rows.map(shown[column])
        const present = values.filter((value) => value !== null)
        expect(values.slice(0, present.length), sort).toEqual(present)
        const sorted = present.toSorted((a, b) => (a === b ? 0 : a < b ? -direction : direction))
        expect(present, sort).toEqual(sorted)
      }
    },
  )

  test('a second column decides where the first ties', async () => {
    const rows = (await harbourline.read('listBudgets', { sort: 'deployment,-target', limit: 500 })).items
    const sorted = rows.toSorted((a, b) =>
      a.deployment === b.deployment ? b.target - a.target : a.deployment < b.deployment ? -1 : 1,
    )
    expect(rows.map(idOf)).toEqual(sorted.map(idOf))
  })

  test('without a sort the worst comes first', async () => {
    const states = (await harbourline.read('listBudgets', { limit: 500 })).items.map(shown.state)
    expect(states).toEqual(states.toSorted((a, b) => Number(a) - Number(b)))
  })

  test('a cursor does not survive a change of period, sort or filter', async () => {
    const cursor = (await harbourline.read('listBudgets', { limit: 5 })).nextCursor ?? ''
    for (const change of [{ period: '2026-P11' }, { sort: 'service' }, { sli: 'latency' }]) {
      expect(await harbourline.refused('listBudgets', { cursor, ...change })).toMatchObject({
        status: 400,
        field: 'cursor',
      })
    }
  })
})

function instantMs(instant: string | null): number | null {
  return instant === null ? null : Date.parse(instant)
}
