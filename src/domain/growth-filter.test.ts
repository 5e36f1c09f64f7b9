import fc from 'fast-check'
import { expect, test } from 'vitest'

import { formatGrowthFilter, parseGrowthFilter } from './growth-filter.ts'
import { growthComparisons } from './ticket-trend.ts'

test('a filter survives the trip through an address', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...growthComparisons),
      fc.integer({ min: -9999, max: 9999 }),
      (sign, tenths) => {
        const text = formatGrowthFilter({ comparison: sign, rate: tenths / 1000 })
        const read = parseGrowthFilter(text)
        expect(read?.comparison).toBe(sign)
        expect(read?.rate).toBeCloseTo(tenths / 1000, 9)
      },
    ),
  )
})

test.each(['', 'above', 'above:', '>30', 'over:30', 'above:1e3', 'above:30:40', undefined])(
  '%s is no filter',
  (text) => expect(parseGrowthFilter(text)).toBeNull(),
)
