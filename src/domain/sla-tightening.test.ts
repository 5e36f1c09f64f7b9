import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'

import { adherences } from './adherence.ts'
import {
  defendedTogether,
  penaltyAdvice,
  teamTightening,
  tighteningLeaning,
  type TeamEvidence,
} from './sla-tightening.ts'
import { goldenCase, type GoldenCase } from './testing/golden.ts'

/** The golden file says "down" of what the workflow calls firmly declining. */
function goldenEvidence(golden: GoldenCase): TeamEvidence {
  const isDown = golden.text('inputs', 'ttr_trend') === 'down'
  const kept = golden.value('inputs', 'sla_fulfilled')
  return {
    trend: isDown ? 'downward' : 'upward',
    isFirmlyDeclining: isDown,
    adherence: Array.isArray(kept) ? kept.map((one) => (one === true ? 'fulfilled' : 'broken')) : [],
    remaining: golden.numbers('inputs', 'remaining_percent').map((percent) => percent / 100),
  }
}

const good: TeamEvidence = {
  trend: 'downward',
  isFirmlyDeclining: true,
  adherence: ['fulfilled', 'fulfilled', 'broken'],
  remaining: [0.3, 0.6, 0.4],
}

describe('whether a team can hold a tighter SLA', () => {
  test('GC-W5-01: kept in most periods, and more than a quarter left in every one', () => {
    const golden = goldenCase('GC-W5-01')
    const team = teamTightening(goldenEvidence(golden))
    expect(tighteningLeaning([team]) === 'supports').toBe(golden.flag('expected', 'supports_tightening'))
    expect(team).toMatchObject({ keptCount: 3, verdictCount: 4, leastLeft: 0.28, stoppedAtStep: null })
    expect(team.medianLeft).toBeCloseTo(0.325, 12)
  })

  test('GC-W5-02: an upward trend ends it at the first step', () => {
    const golden = goldenCase('GC-W5-02')
    const team = teamTightening(goldenEvidence(golden))
    expect(tighteningLeaning([team]) === 'supports').toBe(golden.flag('expected', 'supports_tightening'))
    expect(team.stoppedAtStep).toBe(golden.number('expected', 'stopped_at_step'))
    expect(team).toMatchObject({ recovery: 'negative', kept: null, left: null })
  })

  it.each([
    ['flat', { trend: 'flat', isFirmlyDeclining: false }],
    ['downward by one long incident alone', { isFirmlyDeclining: false }],
    ['of too few incidents', { trend: null, isFirmlyDeclining: false }],
  ] as const)('finds no clear support in a trend that is %s', (_, evidence) => {
    const team = teamTightening({ ...good, ...evidence })
    expect(team).toMatchObject({ recovery: 'unclear', kept: null, stoppedAtStep: 1 })
    expect(tighteningLeaning([team])).toBe('unclear')
  })

  it('stops where half of the periods were kept: half is not most', () => {
    const team = teamTightening({ ...good, adherence: ['fulfilled', 'broken', 'no-traffic', 'open'] })
    expect(team).toMatchObject({ kept: 'negative', left: null, stoppedAtStep: 2, verdictCount: 2 })
  })

  it('stops where a quarter was left and no more', () => {
    const team = teamTightening({ ...good, remaining: [0.9, 0.25] })
    expect(team).toMatchObject({ left: 'negative', stoppedAtStep: 3 })
  })

  it('finds nothing in periods without a verdict or a measurement', () => {
    expect(teamTightening({ ...good, adherence: ['open', 'no-data'] })).toMatchObject({
      kept: 'unclear',
      stoppedAtStep: 2,
    })
    expect(teamTightening({ ...good, remaining: [null] })).toMatchObject({
      left: 'unclear',
      leastLeft: null,
      medianLeft: null,
      stoppedAtStep: 3,
    })
  })
})

const anyEvidence: fc.Arbitrary<TeamEvidence> = fc
  .record({
    trend: fc.constantFrom('upward' as const, 'downward' as const, 'flat' as const, null),
    isFirm: fc.boolean(),
    adherence: fc.array(fc.constantFrom(...adherences), { maxLength: 6 }),
    remaining: fc.array(fc.option(fc.double({ min: -2, max: 1, noNaN: true })), { maxLength: 6 }),
  })
  .map(({ isFirm, ...rest }) => ({ ...rest, isFirmlyDeclining: isFirm && rest.trend === 'downward' }))

describe('all teams together', () => {
  it('are only as ready as the one that is least', () => {
    fc.assert(
      fc.property(fc.array(anyEvidence, { maxLength: 5 }), (all) => {
        const teams = all.map(teamTightening)
        const each = teams.map((team) => tighteningLeaning([team]))
        expect(tighteningLeaning(teams)).toBe(
          each.includes('against')
            ? 'against'
            : each.length > 0 && each.every((one) => one === 'supports')
              ? 'supports'
              : 'unclear',
        )
      }),
    )
  })

  it('are asked no step after one that was not positive', () => {
    fc.assert(
      fc.property(anyEvidence, (evidence) => {
        const { recovery, kept, left } = teamTightening(evidence)
        expect(kept === null).toBe(recovery !== 'positive')
        expect(left === null).toBe(kept !== 'positive')
      }),
    )
  })
})

describe('penalties', () => {
  const [slower, same, faster] = [
    { recovery: 'negative' },
    { recovery: 'unclear' },
    { recovery: 'positive' },
  ] as const

  it('are kept minimal where recovery gets slower anywhere, and may be larger where it gets faster everywhere', () => {
    expect(penaltyAdvice([faster, slower])).toBe('minimal')
    expect(penaltyAdvice([faster, faster])).toBe('larger')
    expect(penaltyAdvice([faster, same])).toBeNull()
    expect(penaltyAdvice([])).toBeNull()
  })
})

describe('several SLAs of one period', () => {
  it.each([
    [['fulfilled', 'broken'], 'broken'],
    [['fulfilled', 'no-traffic'], 'fulfilled'],
    [['open', 'fulfilled'], 'open'],
    [['no-traffic', 'no-data'], 'no-traffic'],
    [['absent'], 'absent'],
    [[], 'absent'],
  ] as const)('%j are %s', (cells, expected) => {
    expect(defendedTogether(cells)).toBe(expected)
  })
})
