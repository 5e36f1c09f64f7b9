import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { adherence, adherences, adherenceSummary } from './adherence.ts'
import type { Adherence } from './adherence.ts'
import { closedStates, openStates } from './state.ts'
import type { BudgetState } from './state.ts'
import { goldenCase } from './testing/golden.ts'

const letters: Readonly<Record<string, Adherence>> = {
  F: 'fulfilled',
  B: 'broken',
  o: 'open',
  t: 'no-traffic',
  d: 'no-data',
  a: 'absent',
}
const cellsOf = (word: string) => word.split('').map((letter) => letters[letter] ?? 'absent')

describe('a cell of the matrix', () => {
  it.each<[BudgetState | null, Adherence]>([
    ['fulfilled', 'fulfilled'],
    ['broken', 'broken'],
    ['no-traffic', 'no-traffic'],
    ['no-data', 'no-data'],
    [null, 'absent'],
  ])('of a closed period that is %s: %s', (state, cell) => {
    expect(adherence({ isOpen: false, state })).toBe(cell)
  })

  it.each(openStates)('of an open period has no verdict, even if it is %s', (state) => {
    expect(adherence({ isOpen: true, state })).toBe('open')
  })

  it('of a period in which the SLO did not exist is absent, open or not', () => {
    expect(adherence({ isOpen: true, state: null })).toBe('absent')
  })

  it('has a verdict exactly where the state is one', () => {
    const verdicts = closedStates.filter((state) => {
      const cell = adherence({ isOpen: false, state })
      return cell === 'fulfilled' || cell === 'broken'
    })
    expect(verdicts).toEqual(['fulfilled', 'broken'])
  })
})

describe('a row of the matrix', () => {
  const rows = ['GET /user 99.9%', 'PUT /user/lang 99%', 'GET /affil 99.95%']

  it('GC-I02: counts what was broken, and the share that was not', () => {
    const golden = goldenCase('GC-I02')
    const summaries = rows.map((row) => adherenceSummary(cellsOf(golden.text('inputs', 'rows', row))))
    expect(summaries.map(({ brokenCount }) => brokenCount)).toEqual(golden.value('expected', 'broken_count'))
    const rates = golden.numbers('expected', 'fulfilment_rate')
    for (const [i, { fulfilmentRate }] of summaries.entries()) {
      expect(Math.abs((fulfilmentRate ?? Number.NaN) - (rates[i] ?? 0))).toBeLessThanOrEqual(golden.tolerance)
    }
    expect(summaries.map(({ streak }) => streak)).toEqual([
      { verdict: 'broken', periods: 1 },
      { verdict: 'fulfilled', periods: 2 },
      { verdict: 'fulfilled', periods: 3 },
    ])
  })

  it.each<[string, number, number, number | null]>([
    ['', 0, 0, null],
    ['odta', 0, 0, null],
    ['FoFt', 2, 0, 1],
    ['BdB', 0, 2, 0],
    ['FFFBaaao', 3, 1, 0.75],
  ])('%j: %i fulfilled, %i broken, rate %s', (word, fulfilledCount, brokenCount, fulfilmentRate) => {
    expect(adherenceSummary(cellsOf(word))).toMatchObject({ fulfilledCount, brokenCount, fulfilmentRate })
  })

  it.each<[string, 'fulfilled' | 'broken', number]>([
    ['F', 'fulfilled', 1],
    ['BFF', 'fulfilled', 2],
    ['FFFBBB', 'broken', 3],
    ['FFo', 'fulfilled', 2],
    ['FtFF', 'fulfilled', 2],
    ['BdB', 'broken', 1],
    ['aaBBo', 'broken', 2],
  ])('%s ends with %s %i times in a row', (word, verdict, periods) => {
    expect(adherenceSummary(cellsOf(word)).streak).toEqual({ verdict, periods })
  })

  it.each(['', 'o', 'FFd', 'FFt', 'BBdo', 'a'])('%j goes on with nothing', (word) => {
    expect(adherenceSummary(cellsOf(word)).streak).toBeNull()
  })

  it('adds up', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...adherences)), (cells) => {
        const { fulfilledCount, brokenCount, fulfilmentRate, streak } = adherenceSummary(cells)
        const silent = cells.filter((cell) => cell !== 'fulfilled' && cell !== 'broken').length
        expect(fulfilledCount + brokenCount + silent).toBe(cells.length)
        if (fulfilmentRate !== null) {
          expect(fulfilmentRate * (fulfilledCount + brokenCount)).toBeCloseTo(fulfilledCount, 9)
        }
        const ofVerdict = streak?.verdict === 'broken' ? brokenCount : fulfilledCount
        expect(streak?.periods ?? 0).toBeLessThanOrEqual(ofVerdict)
        const { streak: _, ...counts } = adherenceSummary(cells.toReversed())
        expect(counts).toEqual({ fulfilledCount, brokenCount, fulfilmentRate })
      }),
    )
  })
})
