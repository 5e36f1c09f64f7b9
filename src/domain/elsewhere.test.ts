import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  describeElsewhere,
  describeWhere,
  elsewhere,
  isInTrouble,
  type SloByDeployment,
} from './elsewhere.ts'
import { statesBySeverity } from './state.ts'

const well = { state: 'healthy', isBurning: false } as const
const out = { state: 'exhausted', isBurning: false } as const
const burning = { state: 'healthy', isBurning: true } as const
const silent = { state: 'no-data', isBurning: false } as const

const standing = fc.record({ state: fc.constantFrom(...statesBySeverity), isBurning: fc.boolean() })
const slo: fc.Arbitrary<SloByDeployment> = fc.record({
  here: standing,
  elsewhere: fc.array(standing, { maxLength: 4 }),
})

describe('is it only here', () => {
  it.each([
    [
      'what is well here does not count, however it is elsewhere',
      [{ here: well, elsewhere: [out] }],
      [0, 0, 0, 0],
    ],
    ['out here and well elsewhere is only here', [{ here: out, elsewhere: [well, well] }], [1, 1, 0, 0]],
    ['burning elsewhere is trouble too', [{ here: out, elsewhere: [well, burning] }], [1, 0, 1, 0]],
    ['no data is trouble', [{ here: silent, elsewhere: [well] }], [1, 1, 0, 0]],
    ['what runs nowhere else cannot be compared', [{ here: out, elsewhere: [] }], [1, 0, 0, 1]],
  ] as const)('%s', (_, slos, [troubled, onlyHere, alsoElsewhere, alone]) => {
    expect(elsewhere(slos)).toEqual({ troubled, onlyHere, alsoElsewhere, alone })
  })

  it('puts every SLO in trouble into exactly one of three', () => {
    fc.assert(
      fc.property(fc.array(slo), (slos) => {
        const { troubled, onlyHere, alsoElsewhere, alone } = elsewhere(slos)
        expect(onlyHere + alsoElsewhere + alone).toBe(troubled)
        expect(troubled).toBe(slos.filter(({ here }) => isInTrouble(here)).length)
        expect(Math.min(onlyHere, alsoElsewhere, alone)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('says "only" exactly where something can be compared and nothing else is in trouble', () => {
    fc.assert(
      fc.property(fc.array(slo), (slos) => {
        const found = elsewhere(slos)
        const isOnly = describeElsewhere('prod-jp', found).startsWith('Only prod-jp')
        expect(isOnly).toBe(found.onlyHere > 0 && found.alsoElsewhere === 0)
      }),
    )
  })

  it.each([
    [
      { troubled: 0, onlyHere: 0, alsoElsewhere: 0, alone: 0 },
      'Nothing in jp is exhausted, at risk, burning or without data.',
    ],
    [
      { troubled: 3, onlyHere: 3, alsoElsewhere: 0, alone: 0 },
      'Only jp: 3 SLOs are in trouble there and in no other deployment.',
    ],
    [
      { troubled: 2, onlyHere: 0, alsoElsewhere: 1, alone: 1 },
      'Not only jp: 2 SLOs in trouble there, 1 of them elsewhere too; 1 runs nowhere else in production.',
    ],
    [
      { troubled: 4, onlyHere: 3, alsoElsewhere: 1, alone: 0 },
      'Not only jp: of 4 SLOs in trouble there, 1 is in trouble elsewhere too, 3 only there.',
    ],
    [
      { troubled: 1, onlyHere: 0, alsoElsewhere: 0, alone: 1 },
      '1 SLO in trouble in jp; nothing else is to compare with: no other production deployment has them.',
    ],
  ])('%j in words', (found, words) => {
    expect(describeElsewhere('jp', found)).toBe(words)
  })
})

describe('where one SLO is in trouble', () => {
  const placed = (...standings: readonly (typeof well | typeof out | typeof burning)[]) =>
    standings.map((standing, at) => ({ name: ['eu', 'us', 'jp', 'in'][at] ?? '', ...standing }))

  it.each([
    [[well, well], 'In none of its deployments exhausted, at risk, burning or without data.'],
    [[out], 'In trouble in eu, its only production deployment.'],
    [[well, well, out], 'Only jp: in trouble in none of its other deployments.'],
    [[well, out], 'Only us: in trouble in none of its other deployments.'],
    [[burning, out, well], 'Not only one: in trouble in eu and us, not in the other one.'],
    [[burning, out, well, well], 'Not only one: in trouble in eu and us, not in the other 2.'],
    [[out, out], 'Not only one: in trouble in all 2 deployments.'],
  ])('%j in words', (standings, words) => {
    expect(describeWhere(placed(...standings))).toBe(words)
  })
})
