import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'

import { figureColumn, numberColumn, textColumn } from './columns.ts'

const anything = fc.oneof(
  fc.string(),
  fc.double(),
  fc.constantFrom(null, undefined, Number.NaN, Infinity, -0, true),
  fc.object(),
)
type Kind = Readonly<{
  name: string
  column: z.core.$ZodType
  cell: z.core.$ZodType
  good: fc.Arbitrary<unknown>
}>
const kinds: readonly Kind[] = [
  { name: 'text', column: textColumn, cell: z.string(), good: fc.string() },
  { name: 'numbers', column: numberColumn, cell: z.number(), good: fc.double({ noNaN: true }) },
  {
    name: 'figures',
    column: figureColumn,
    cell: z.nullable(z.number()),
    good: fc.option(fc.double({ noNaN: true })),
  },
]

test.each(kinds)('a column of $name takes and refuses what its cells do, with the same words', (kind) => {
  const plain = z.object({ column: z.array(kind.cell) })
  const quick = z.object({ column: kind.column })
  const value = fc.oneof(fc.array(kind.good), fc.array(fc.oneof(kind.good, anything)), anything)
  fc.assert(
    fc.property(value, (column) => {
      expect(z.safeParse(quick, { column })).toEqual(z.safeParse(plain, { column }))
    }),
  )
})

test.each(kinds)('a column of $name is described as a list of its cells', ({ column, cell }) => {
  expect(z.toJSONSchema(column)).toEqual(z.toJSONSchema(z.array(cell)))
})

test('the cell that is wrong is named', () => {
  const { error } = z.safeParse(z.object({ good: numberColumn }), { good: [1, 'two', 3] })
  expect(error?.issues.map(({ path }) => path)).toEqual([['good', 1]])
})
