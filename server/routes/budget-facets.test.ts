import { describe, expect, test } from 'vitest'
import { harbourline } from '../testing/harbourline.ts'

const countsOf = (facet: readonly Readonly<{ slug: string; count: number }>[]) =>
  facet.filter(({ count }) => count > 0).map(({ slug, count }) => ({ slug, count }))

describe('what a list of budgets could be narrowed by', () => {
  test.each(['team', 'service', 'sli', 'deployment', 'state'] as const)(
    'each count of a %s is the length of the list that it would show',
    async (facet) => {
      const facets = await harbourline.read('readBudgetFacets', { defaults: 'hide' })
      const [offered] = [countsOf(facets[facet])]
      expect(offered.length).toBeGreaterThan(1)
      for (const { slug, count } of offered) {
        const list = await harbourline.read('listBudgets', { defaults: 'hide', [facet]: slug, limit: '1' })
        expect(list.totalCount, slug).toBe(count)
      }
    },
  )

  test('choices narrow each other, but none narrows itself', async () => {
    const facets = await harbourline.read('readBudgetFacets', { team: 'payments', state: 'exhausted' })
    expect(countsOf(facets.team).length).toBeGreaterThan(1)
    expect(countsOf(facets.state).length).toBeGreaterThan(1)
    const list = await harbourline.read('listBudgets', { team: 'payments', state: 'exhausted', limit: '500' })
    const services = new Set(list.items.map(({ service }) => service))
    expect(
      countsOf(facets.service)
        .map(({ slug }) => slug)
        .toSorted(),
    ).toEqual([...services].toSorted())
  })

  test('a service is there with its id and its name', async () => {
    const { service } = await harbourline.read('readBudgetFacets', {})
    expect(service).toContainEqual(
      expect.objectContaining({ slug: 'payment-gateway', name: 'Payment gateway' }),
    )
  })

  test('a name that nothing bears is refused', async () => {
    const problem = await harbourline.refused('readBudgetFacets', { team: 'paymants' })
    expect(problem).toMatchObject({ field: 'team', value: 'paymants' })
  })
})
