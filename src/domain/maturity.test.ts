import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { describeMaturity, lookNext } from './describe-maturity.ts'
import { maturityAspects, maturityDimensions, type MaturityScore } from './maturity-model.ts'
import {
  compareMaturity,
  dayOf,
  defaultBefore,
  dimensionPoints,
  isAssessmentDue,
  MATURITY_MAX_POINTS,
  maturityPoints,
  nextAssessment,
  spanInWords,
  type MaturityScores,
} from './maturity.ts'
import { goldenCase } from './testing/golden.ts'

const ids = maturityAspects.map(({ id }) => id)
const all = (score: MaturityScore): MaturityScores => Object.fromEntries(ids.map((id) => [id, score]))

const score = fc.option(fc.constantFrom<MaturityScore>(0, 1, 2))
const scores: fc.Arbitrary<MaturityScores> = fc
  .tuple(...ids.map(() => score))
  .map((given) => Object.fromEntries(ids.map((id, at) => [id, given[at] ?? null])))
const day = fc.integer({ min: dayOf('2000-01-01'), max: dayOf('2100-01-01') })
const isoOf = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10)

describe('the model', () => {
  it('has the rows of the reference, and a name of its own for each', () => {
    const golden = goldenCase('GC-MAT-01')
    const names = {
      organization: 'Organization',
      people: 'People',
      technology: 'Tech',
      culture: 'Culture',
      process: 'Process',
    }
    for (const dimension of maturityDimensions) {
      const rows = maturityAspects.filter((aspect) => aspect.dimension === dimension)
      expect(rows, dimension).toHaveLength(golden.number('inputs', 'rows', names[dimension]))
    }
    expect(maturityAspects).toHaveLength(golden.number('expected', 'rows_total'))
    expect(MATURITY_MAX_POINTS).toBe(golden.number('expected', 'max_score'))
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('says every level of every row in its own words', () => {
    for (const { regressive, beginner, advanced } of maturityAspects) {
      const texts = [regressive, beginner, advanced].flatMap(({ short, full }) => [short, full])
      expect(texts.every((text) => text !== '')).toBe(true)
      expect(new Set([regressive.full, beginner.full, advanced.full]).size).toBe(3)
    }
  })
})

describe('points', () => {
  it('are half of all where everything is at the second level', () => {
    const golden = goldenCase('GC-MAT-02')
    const { points, share } = maturityPoints(all(1))
    expect(points).toBe(golden.number('expected', 'score'))
    expect((share ?? 0) * 100).toBe(golden.number('expected', 'percent'))
  })

  it('leave out what was not answered, and count it', () => {
    const { points, possible, unanswered, share } = dimensionPoints({ structure: 2 }, 'organization')
    expect({ points, possible, unanswered, share }).toEqual({
      points: 2,
      possible: 2,
      unanswered: 3,
      share: 1,
    })
  })

  it('have no share where nothing was answered', () => {
    expect(maturityPoints({}).share).toBeNull()
  })

  it('law: dimensions add up to the whole, and shares lie between none and all', () => {
    fc.assert(
      fc.property(scores, (given) => {
        const whole = maturityPoints(given)
        const parts = maturityDimensions.map((dimension) => dimensionPoints(given, dimension))
        expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(whole.points)
        expect(whole.answered + whole.unanswered).toBe(28)
        expect(whole.points).toBeLessThanOrEqual(whole.possible)
        if (whole.share !== null) expect(whole.share).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

describe('two assessments', () => {
  it('are compared aspect by aspect; what is missing in one is not compared', () => {
    const { aspects, progressing, stagnating, regressing, notCompared } = compareMaturity(
      { structure: 0, alignment: 1, compliance: 1, logging: null },
      { structure: 2, alignment: 1, compliance: 0, logging: 1 },
    )
    expect([aspects['structure'], aspects['alignment'], aspects['compliance'], aspects['logging']]).toEqual([
      'progressing',
      'stagnating',
      'regressing',
      null,
    ])
    expect([progressing, stagnating, regressing, notCompared]).toEqual([1, 1, 1, 25])
  })

  it('do not move a dimension by what was left out of one', () => {
    const { dimensions } = compareMaturity({ structure: 1, alignment: 1 }, { structure: 1 })
    expect(dimensions.organization).toBe('stagnating')
    expect(dimensions.culture).toBeNull()
  })

  it('law: the other way round every step is its opposite, and every row is counted once', () => {
    const opposite = { progressing: 'regressing', stagnating: 'stagnating', regressing: 'progressing' }
    fc.assert(
      fc.property(scores, scores, (before, now) => {
        const there = compareMaturity(before, now)
        const back = compareMaturity(now, before)
        for (const id of ids) {
          const change = there.aspects[id] ?? null
          expect(back.aspects[id]).toBe(change === null ? null : opposite[change])
        }
        expect(there.progressing + there.stagnating + there.regressing + there.notCompared).toBe(28)
        expect(there.progressing).toBe(back.regressing)
      }),
    )
  })
})

describe('the next assessment', () => {
  it('is due six months after the last', () => {
    expect(nextAssessment('2026-11-11')).toBe('2027-05-11')
    expect(nextAssessment('2026-08-31')).toBe('2027-02-28')
    expect(isAssessmentDue('2026-05-17', '2026-11-16')).toBe(false)
    expect(isAssessmentDue('2026-05-17', '2026-11-17')).toBe(true)
  })

  it('law: lies 181 to 184 days later, and never in the seventh month', () => {
    fc.assert(
      fc.property(day, (number) => {
        const next = nextAssessment(isoOf(number))
        expect(dayOf(next) - number).toBeGreaterThanOrEqual(178)
        expect(dayOf(next) - number).toBeLessThanOrEqual(184)
        const months = (iso: string) => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7))
        expect(months(next) - months(isoOf(number))).toBe(6)
      }),
    )
  })
})

describe('what is compared with by itself', () => {
  const at = (date: string) => ({ date })
  const now = at('2026-11-11')

  it('is about a year earlier', () => {
    expect(defaultBefore([at('2024-11-10'), at('2025-11-14'), at('2026-05-20'), now], now)?.date).toBe(
      '2025-11-14',
    )
  })

  it('is the oldest where there is no year yet, and nothing where there is no other', () => {
    expect(defaultBefore([now, at('2026-08-01'), at('2026-05-20')], now)?.date).toBe('2026-05-20')
    expect(defaultBefore([now], now)).toBeNull()
  })
})

describe('a span in words', () => {
  it.each([
    ['2025-11-14', '2026-11-11', 'a year'],
    ['2026-05-20', '2026-11-11', 'half a year'],
    ['2026-06-20', '2026-11-11', 'five months'],
    ['2024-11-14', '2026-11-11', 'two years'],
    ['2026-10-20', '2026-11-04', 'two weeks'],
    ['2026-11-10', '2026-11-11', 'one day'],
  ])('from %s to %s is %s', (from, to, words) => {
    expect(spanInWords(from, to)).toBe(words)
  })
})

describe('the sentence', () => {
  it('says points, span and steps', () => {
    const before = { ...all(0), structure: 1, compliance: 1 } as const
    const now = { ...all(1), structure: 1, compliance: 0 } as const
    expect(
      describeMaturity({ date: '2025-11-14', scores: before }, { date: '2026-11-11', scores: now }),
    ).toBe('From 2 to 27 of 56 points in a year: 26 aspects moved up, 1 stayed, 1 slipped')
  })

  it('says what was left out', () => {
    expect(
      describeMaturity(
        { date: '2026-05-11', scores: all(1) },
        { date: '2026-11-11', scores: { ...all(1), logging: null } },
      ),
    ).toBe(
      'From 28 to 27 of 56 points in half a year: 0 aspects moved up, 27 stayed, 0 slipped, 1 cannot be compared; 1 aspect unanswered',
    )
  })

  it('does not compare the first, and has nothing to say before it', () => {
    expect(describeMaturity(null, { date: '2026-11-11', scores: all(2) })).toContain('56 of 56 points; there')
    expect(describeMaturity(null, null)).toContain('yet')
  })
})

describe('where to look next', () => {
  it('is what slipped, then what was commented on, then what did not move', () => {
    const before = { ...all(2), compliance: 1, executives: 1, prioritization: 0, testing: 1 } as const
    const now = { ...before, compliance: 0, prioritization: 1 } as const
    const commented = new Set(['executives', 'prioritization'])
    expect(lookNext(before, now, (id) => commented.has(id), 4)).toEqual([
      { aspect: 'compliance', reason: 'slipped' },
      { aspect: 'executives', reason: 'unchanged' },
      { aspect: 'prioritization', reason: 'low' },
      { aspect: 'testing', reason: 'unchanged' },
    ])
  })

  it('law: never sends anybody to what is advanced and did not slip', () => {
    fc.assert(
      fc.property(scores, scores, (before, now) => {
        for (const { aspect, reason } of lookNext(before, now, () => false, 28)) {
          expect(now[aspect]).not.toBeNull()
          if (reason !== 'slipped') expect(now[aspect]).toBeLessThan(2)
        }
      }),
    )
  })
})
