import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { breachImpacts, leaningOf, proposalOf, type BreachImpact } from './breach-review.ts'

describe('what follows from a breach', () => {
  it('is the four answers of the breach analysis', () => {
    expect(breachImpacts.map((impact) => [impact, proposalOf(impact)])).toEqual([
      ['well', 'improve-service'],
      ['too-severe', 'tighten-slo'],
      ['too-insignificant', 'loosen-slo'],
      ['no-impact', 'redefine-slo'],
    ])
  })
})

describe('what the reviews of an SLO lean to', () => {
  const leaning = (...impacts: BreachImpact[]) => leaningOf(impacts.map((impact) => ({ impact })))

  it('is nothing without a review', () => {
    expect(leaning()).toBeNull()
  })

  it('is what most propose', () => {
    expect(leaning('well', 'no-impact', 'no-impact')).toEqual({ proposal: 'redefine-slo', count: 2, of: 3 })
  })

  it('is the newer of two that as many propose', () => {
    expect(leaning('too-severe', 'well', 'well', 'too-severe')?.proposal).toBe('tighten-slo')
  })

  it('law: it is proposed by at least a quarter, and by no fewer than every other', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...breachImpacts), { minLength: 1 }), (impacts) => {
        const found = leaning(...impacts)
        const counts = breachImpacts.map((impact) => impacts.filter((other) => other === impact).length)
        expect(found?.of).toBe(impacts.length)
        expect(found?.count).toBe(Math.max(...counts))
      }),
    )
  })
})
