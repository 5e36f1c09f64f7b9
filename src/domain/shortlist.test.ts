import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  firstWithTies,
  isAgainst,
  leaningOf,
  leanings,
  placesOn,
  questionOf,
  shortlist,
  shortlistBounds,
  shortlistKey,
  shortlistLists,
  tellingPicks,
  type Finding,
  type ShortlistList,
} from './shortlist.ts'

const merged = { isMerged: true }
const apart = { isMerged: false }

function finding(list: ShortlistList, place: string, remaining: number | null = null): Finding {
  const [service = '', endpoint = '', deployment = ''] = place.split(' ')
  return { list, service, endpoint, deployment, remaining }
}

describe('the first rows of a list', () => {
  const first = (figures: readonly number[], picks: number) =>
    firstWithTies(figures, picks, (figure) => figure)

  it('are as many as were asked for, and the next one is told', () => {
    expect(first([9, 7, 5, 3], 3)).toEqual({ first: [9, 7, 5], next: 3 })
  })

  it('are all of those that tie with the last', () => {
    expect(first([9, 4, 4, 4, 3], 2)).toEqual({ first: [9, 4, 4, 4], next: 3 })
  })

  it('are those there are, where there are fewer', () => {
    expect(first([9], 3)).toEqual({ first: [9], next: null })
    expect(first([], 3)).toEqual({ first: [], next: null })
  })

  it('never cut a tie, and never take a row that is not needed', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(6), { maxLength: 20 }), fc.integer({ min: 1, max: 10 }), (any, picks) => {
        const ordered = any.toSorted((a, b) => b - a)
        const taken = first(ordered, picks)
        expect(taken.first).toEqual(ordered.slice(0, taken.first.length))
        expect(taken.first.length).toBeGreaterThanOrEqual(Math.min(picks, ordered.length))
        if (taken.next !== null) expect(taken.next).toBeLessThan(taken.first.at(-1) ?? 0)
        if (taken.first.length > picks) expect(taken.first.at(-1)).toBe(ordered[picks - 1])
      }),
    )
  })
})

describe('the shortlist', () => {
  it('names each endpoint once, with the questions that hit it', () => {
    const found = [
      finding('most-broken', 'ledger entries us'),
      finding('soonest-out', 'ledger entries us'),
      finding('deepest', 'ledger entries us'),
      finding('slowest', 'refunds refund us'),
    ]
    expect(shortlist(found, apart).map(({ endpoint, questions }) => [endpoint, questions])).toEqual([
      ['entries', [1, 2]],
      ['refund', [5]],
    ])
  })

  it('takes deployments as one where they are merged', () => {
    const found = [finding('slowest', 'refunds refund us'), finding('slowest', 'refunds refund jp')]
    expect(shortlist(found, merged).map(({ deployments }) => deployments)).toEqual([['jp', 'us']])
    expect(shortlist(found, apart).map(({ deployments }) => deployments)).toEqual([['jp'], ['us']])
  })

  it('ranks by questions, then by the worst shortage, then by name', () => {
    const found = [
      finding('fastest', 'b none us'),
      finding('fastest', 'a none us'),
      finding('fastest', 'z short us', -0.4),
      finding('fastest', 'y worse us', -1.3),
      finding('fastest', 'x twice us', 0.5),
      finding('slowest', 'x twice us', 0.5),
    ]
    expect(shortlist(found, merged).map(({ service }) => service)).toEqual(['x', 'y', 'z', 'a', 'b'])
  })
})

describe('laws of the shortlist', () => {
  const anyPlace = fc.record({
    service: fc.constantFrom('a', 'b', 'c'),
    endpoint: fc.constantFrom('x', 'y', 'z'),
    deployment: fc.constantFrom('eu', 'us', 'jp'),
    remaining: fc.option(fc.integer({ min: -3, max: 1 }), { nil: null }),
  })
  const anyFindings = fc
    .array(fc.tuple(fc.constantFrom(...shortlistLists), anyPlace), { maxLength: 40 })
    .map((found) => found.map(([list, place]): Finding => ({ list, ...place })))
  const anyMerge = fc.boolean().map((isMerged) => ({ isMerged }))

  it('merging deployments never lengthens it', () => {
    fc.assert(
      fc.property(anyFindings, (found) => {
        expect(shortlist(found, merged).length).toBeLessThanOrEqual(shortlist(found, apart).length)
      }),
    )
  })

  it('every row of every list is on it, once, and nothing else is', () => {
    fc.assert(
      fc.property(anyFindings, anyMerge, (found, merge) => {
        const listed = shortlist(found, merge)
        const keyOf = (one: Finding) => shortlistKey(one, merge.isMerged)
        expect(listed.flatMap(({ findings }) => findings)).toHaveLength(found.length)
        for (const { findings, questions } of listed) {
          expect(new Set(findings.map(keyOf)).size).toBe(1)
          expect(questions).toEqual(
            [...new Set(findings.map(({ list }) => questionOf[list]))].toSorted((a, b) => a - b),
          )
        }
        expect(new Set(listed.map(({ findings: [first] }) => first && keyOf(first))).size).toBe(listed.length)
      }),
    )
  })

  it('the order of the rows changes nothing', () => {
    const shuffled = anyFindings.chain((found) =>
      fc.tuple(fc.constant(found), fc.shuffledSubarray(found, { minLength: found.length })),
    )
    fc.assert(
      fc.property(shuffled, anyMerge, ([found, other], merge) => {
        expect(shortlist(other, merge)).toEqual(shortlist(found, merge))
      }),
    )
  })

  it('is as long as its longest list at least, and as all places together at most', () => {
    fc.assert(
      fc.property(anyFindings, anyMerge, (found, merge) => {
        const { length } = shortlist(found, merge)
        const lists = [...Map.groupBy(found, ({ list }) => list).values()]
        const sizes = lists.map((rows) => placesOn(rows, merge.isMerged))
        expect(length).toBeGreaterThanOrEqual(Math.max(0, ...sizes))
        expect(length).toBeLessThanOrEqual(placesOn(found, merge.isMerged))
        expect(placesOn(found, merge.isMerged)).toBe(sizes.reduce((sum, size) => sum + size, 0))
      }),
    )
  })

  it('holds six times the picks at most, beside ties', () => {
    const anyLists = fc.array(fc.array(anyPlace, { maxLength: 12 }), { minLength: 6, maxLength: 6 })
    fc.assert(
      fc.property(anyLists, fc.integer({ min: 1, max: 10 }), anyMerge, (lists, picks, merge) => {
        // No two rows of a list tie here: each is its own figure.
        const found = lists.flatMap((rows, at) => {
          const list = shortlistLists[at] ?? 'slowest'
          const { first } = firstWithTies([...rows.entries()], picks, ([rank]) => rank)
          return first.map(([, place]): Finding => ({ list, ...place }))
        })
        expect(shortlist(found, merge).length).toBeLessThanOrEqual(shortlistBounds(picks).longest)
      }),
    )
  })
})

describe('what the length says', () => {
  const of = (length: number, picks = 3, candidates = 40, asked: readonly ShortlistList[] = shortlistLists) =>
    leaningOf({ length, picks, candidates, asked })
  const telling = (candidates: number) => tellingPicks({ candidates, picks: 3, asked: shortlistLists })

  it.each([
    [3, 'features'],
    [8, 'features'],
    [9, 'both'],
    [12, 'both'],
    [13, 'reliability'],
    [14, 'reliability'],
    [18, 'reliability'],
  ] as const)('of at most 18, %i leans to %s', (length, leaning) => {
    expect(of(length)).toBe(leaning)
  })

  it('an empty list leans to features, unless nothing was measured', () => {
    expect(of(0)).toBe('features')
    expect(of(0, 3, 0)).toBeNull()
  })

  it('says nothing where a list that is long for the endpoints in view could not grow long enough', () => {
    expect(of(4, 3, 12)).toBe('features')
    expect(of(7, 3, 12)).toBeNull()
    expect(of(12, 3, 12)).toBeNull()
    expect(of(8, 3, 13)).toBe('both')
    expect(of(2, 3, 2)).toBeNull()
    expect(telling(12)).toBe(2)
    expect(telling(4)).toBeNull()
  })

  it('says nothing where budgets have nothing to go by; without endpoints the lists are four', () => {
    const budgets = shortlistLists.slice(0, 4)
    expect(of(4, 3, 40, shortlistLists.slice(4))).toBeNull()
    expect(of(4, 3, 40, [])).toBeNull()
    expect(tellingPicks({ candidates: 40, picks: 3, asked: shortlistLists.slice(4) })).toBeNull()
    expect(shortlistBounds(3, 4)).toMatchObject({ longest: 12, featuresUpTo: 6, reliabilityFrom: 9 })
    expect([6, 7, 9].map((length) => of(length, 3, 40, budgets))).toEqual(['features', 'both', 'reliability'])
  })

  it('never leans the other way as the list grows', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), fc.integer({ min: 1, max: 10 }), (a, b, picks) => {
        const rank = (length: number) => {
          const leaning = of(length, picks, 1_000)
          return leaning === null ? -1 : leanings.indexOf(leaning)
        }
        expect(rank(Math.min(a, b))).toBeLessThanOrEqual(rank(Math.max(a, b)))
      }),
    )
  })

  it('a split is against it where the larger half is on the other side', () => {
    expect(isAgainst('reliability', 0.4)).toBe(true)
    expect(isAgainst('reliability', 0.5)).toBe(false)
    expect(isAgainst('features', 0.6)).toBe(true)
    expect(isAgainst('both', 0.9)).toBe(false)
    expect(isAgainst(null, 0.9)).toBe(false)
  })
})
