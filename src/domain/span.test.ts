import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { clippedSpans, joinedSpans, totalLength, uncoveredSpans } from './span.ts'
import type { Span } from './span.ts'

const anySpans: fc.Arbitrary<readonly Span[]> = fc.array(
  fc.tuple(fc.integer({ min: -5, max: 45 }), fc.integer({ min: -2, max: 12 })).map(([from, length]) => ({
    from,
    to: from + length,
  })),
  { maxLength: 8 },
)

const range: Span = { from: 0, to: 40 }
const units = Array.from({ length: range.to - range.from }, (_, unit) => range.from + unit)
const holds = (spans: readonly Span[], unit: number) =>
  spans.some(({ from, to }) => unit >= from && unit < to)

describe('joined spans', () => {
  it.each<[string, readonly Span[], readonly Span[]]>([
    ['none', [], []],
    [
      'overlapping ones are one',
      [
        { from: 3, to: 9 },
        { from: 1, to: 4 },
      ],
      [{ from: 1, to: 9 }],
    ],
    [
      'touching ones are one',
      [
        { from: 1, to: 4 },
        { from: 4, to: 9 },
      ],
      [{ from: 1, to: 9 }],
    ],
    [
      'one inside another adds nothing',
      [
        { from: 1, to: 9 },
        { from: 3, to: 4 },
      ],
      [{ from: 1, to: 9 }],
    ],
    [
      'apart they stay apart, by time',
      [
        { from: 6, to: 9 },
        { from: 1, to: 5 },
      ],
      [
        { from: 1, to: 5 },
        { from: 6, to: 9 },
      ],
    ],
    [
      'empty and reversed ones are none',
      [
        { from: 4, to: 4 },
        { from: 9, to: 3 },
      ],
      [],
    ],
  ])('%s', (_name, spans, joined) => {
    expect(joinedSpans(spans)).toEqual(joined)
  })

  it('hold the same moments, each once, in whatever order they came', () => {
    fc.assert(
      fc.property(anySpans, (spans) => {
        const joined = joinedSpans(spans)
        expect(units.map((unit) => holds(joined, unit))).toEqual(units.map((unit) => holds(spans, unit)))
        for (const [i, span] of joined.entries()) {
          expect(span.to).toBeGreaterThan(span.from)
          expect(span.from).toBeGreaterThan(joined[i - 1]?.to ?? Number.NEGATIVE_INFINITY)
        }
        expect(joinedSpans(spans.toReversed())).toEqual(joined)
      }),
    )
  })

  it('leave what they were made from as it was', () => {
    const spans = [
      { from: 1, to: 3 },
      { from: 2, to: 5 },
    ]
    joinedSpans(spans)
    expect(spans).toEqual([
      { from: 1, to: 3 },
      { from: 2, to: 5 },
    ])
  })
})

describe('spans of a range', () => {
  it('are cut at its borders', () => {
    const spans = [
      { from: -3, to: 2 },
      { from: 38, to: 50 },
      { from: 40, to: 44 },
      { from: -4, to: 0 },
    ]
    expect(clippedSpans(spans, range)).toEqual([
      { from: 0, to: 2 },
      { from: 38, to: 40 },
    ])
  })

  it('and what they leave uncovered make up the range, without overlap', () => {
    fc.assert(
      fc.property(anySpans, (spans) => {
        const uncovered = uncoveredSpans(spans, range)
        for (const unit of units) expect(holds(uncovered, unit)).toBe(!holds(spans, unit))
        const covered = totalLength(joinedSpans(clippedSpans(spans, range)))
        expect(covered + totalLength(uncovered)).toBe(range.to - range.from)
        expect(joinedSpans(uncovered)).toEqual(uncovered)
      }),
    )
  })
})
