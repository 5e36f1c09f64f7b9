import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  adoptionShares,
  concentratedColumns,
  enteredAt,
  hasPractice,
  lastStepAt,
  phaseAt,
  weeksStuck,
  wholeWeeks,
  type Move,
} from './board.ts'
import { defaultPhases, furtherPhases } from './board-phases.ts'
import { goldenCase } from './testing/golden.ts'

const WEEK = 7 * 24 * 3_600_000

describe('the board of the reference', () => {
  it('has its teams where they are named, and is concentrated where coaching is said to help', () => {
    const golden = goldenCase('GC-KAN-01')
    const columns = defaultPhases.map((_, column) => golden.value('inputs', 'teams', String(column + 1)))
    const counts = columns.map((teams) => (Array.isArray(teams) ? teams.length : 0))
    expect(counts).toEqual(golden.numbers('expected', 'counts'))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(golden.number('expected', 'teams'))
    expect(concentratedColumns(counts).map((column) => column + 1)).toEqual(
      golden.numbers('expected', 'concentration'),
    )
  })

  it('counts who has adopted what', () => {
    const golden = goldenCase('GC-ADO-01')
    const shares = adoptionShares(golden.numbers('inputs', 'done'), golden.number('inputs', 'teams'))
    expect(shares.map((share) => (share ?? 0) * 100)).toEqual(golden.numbers('expected', 'percent'))
  })

  it('has no share of no teams', () => {
    expect(adoptionShares([0], 0)).toEqual([null])
  })
})

describe('phases that are proposed', () => {
  it('have ids, and measures with ids, of their own', () => {
    const all = [...defaultPhases, ...furtherPhases]
    const ids = [...all.map(({ id }) => id), ...all.flatMap(({ measures }) => measures.map(({ id }) => id))]
    expect(new Set(ids).size).toBe(ids.length)
    expect([defaultPhases.length, furtherPhases.length]).toEqual([9, 15])
  })
})

const ids = defaultPhases.map(({ id }) => id)
const anyMoves = fc
  .array(fc.record({ to: fc.constantFrom(...ids), at: fc.nat(1_000) }), { maxLength: 12 })
  .map((moves): readonly Move[] => moves.toSorted((a, b) => a.at - b.at))

describe('where a team is', () => {
  it('law: is where its last move up to then took it', () => {
    fc.assert(
      fc.property(anyMoves, fc.nat(1_200), (moves, at) => {
        const until = moves.filter((move) => move.at <= at)
        expect(phaseAt(moves, at)).toBe(until.at(-1)?.to ?? null)
      }),
    )
  })

  it('law: later moves do not change where it was', () => {
    fc.assert(
      fc.property(anyMoves, fc.constantFrom(...ids), (moves, to) => {
        const now = moves.at(-1)?.at ?? 0
        expect(phaseAt([...moves, { to, at: now + 1 }], now)).toBe(phaseAt(moves, now))
      }),
    )
  })

  it('law: a step is never before the last move', () => {
    fc.assert(
      fc.property(anyMoves, fc.array(fc.nat(2_000)), (moves, reached) => {
        const entered = enteredAt(moves)
        const last = lastStepAt(moves, reached)
        expect(last === null).toBe(entered === null)
        if (last !== null && entered !== null) expect(last).toBeGreaterThanOrEqual(entered)
      }),
    )
  })
})

describe('a team that makes no step', () => {
  it('is stuck from the week that was agreed on, not before', () => {
    expect([weeksStuck(0, 8 * WEEK - 1, 8), weeksStuck(0, 8 * WEEK, 8), weeksStuck(null, WEEK, 1)]).toEqual([
      null,
      8,
      null,
    ])
  })

  it('is in its phase for no time before it came', () => {
    expect([wholeWeeks(0, WEEK - 1), wholeWeeks(0, WEEK), wholeWeeks(5, 0)]).toEqual([0, 1, 0])
  })
})

describe('concentration', () => {
  it('is not where a single team stands', () => {
    expect(concentratedColumns([0, 0, 0, 2, 2, 1, 1, 0, 0])).toEqual([3, 4])
  })

  it('law: is never everywhere, and where it is, it is where most teams are', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 1 }), (counts) => {
        const marked = concentratedColumns(counts)
        expect(marked.length).toBeLessThan(counts.length)
        expect(marked.every((column) => (counts[column] ?? 0) > 1)).toBe(true)
        const most = counts.indexOf(Math.max(...counts))
        if (marked.length > 0) expect(marked).toContain(most)
      }),
    )
  })
})

describe('a practice', () => {
  it('is in use where a team has left its phase, or has reached all it asks for', () => {
    const [, , , answering] = defaultPhases
    const reached = answering?.measures.map(({ id }) => id) ?? []
    const uses = (phase: string | null, done: readonly string[] = []) =>
      hasPractice(defaultPhases, 3, { phase, reached: done })
    expect([
      uses(null),
      uses('first-slos', reached),
      uses('answering-breaches', reached.slice(1)),
      uses('answering-breaches', reached),
      uses('tuning-slos'),
    ]).toEqual([false, false, false, true, true])
  })

  it('law: is used by no more teams than one of a phase before it', () => {
    fc.assert(
      fc.property(fc.constantFrom(null, ...ids), fc.integer({ min: 1, max: 8 }), (phase, index) => {
        const uses = (at: number) => hasPractice(defaultPhases, at, { phase, reached: [] })
        expect(uses(index) && !uses(index - 1)).toBe(false)
      }),
    )
  })
})
