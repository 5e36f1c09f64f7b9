import { expect, test } from 'vitest'
import { harbourline } from '../testing/harbourline.ts'

const chosen = 'ledger.availability.post-entries'
const latest = { window: 'current-period', limit: 1 } as const

test('the SLOs to choose from follow from the other choices, and none goes by being chosen', async () => {
  const asked = { ...latest, service: 'ledger', sli: 'availability' }
  const { facets } = await harbourline.read('listAdherence', asked)
  expect(facets.slo.length).toBeGreaterThan(1)
  expect(facets.slo).toHaveLength(facets.sloCount)
  expect(facets.slo.every(({ slug }) => slug.startsWith('ledger.availability.'))).toBe(true)

  const one = await harbourline.read('listAdherence', { ...asked, slo: chosen })
  expect(one.totalCount).toBe(facets.slo.find(({ slug }) => slug === chosen)?.count)
  expect(one.facets.slo).toEqual(facets.slo)
})

test('too many for a list are counted, and what is chosen of them stands there all the same', async () => {
  const { facets } = await harbourline.read('listAdherence', { ...latest, slo: chosen })
  expect(facets.sloCount).toBeGreaterThan(60)
  expect(facets.slo).toMatchObject([{ slug: chosen, name: 'ledger POST /entries 99.95\u202f%' }])
})

test('another choice counts only what the chosen SLO has', async () => {
  const { facets, totalCount } = await harbourline.read('listAdherence', { ...latest, slo: chosen })
  const services = facets.service.filter(({ count }) => count > 0)
  expect(services).toMatchObject([{ slug: 'ledger', count: totalCount }])
  expect(facets.team.filter(({ count }) => count > 0)).toHaveLength(1)
})
