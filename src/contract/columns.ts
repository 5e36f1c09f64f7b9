import * as z from 'zod/mini'

/**
 * A long column of one kind of cell. All cells are looked at in one go; asked cell by cell, a year of hours takes longer
 * to be checked than to be drawn. Where one is wrong the schema itself says which.
 */
function columnOf<Cell extends z.core.$ZodType>(cell: Cell, isCell: (value: unknown) => boolean) {
  const column = z.array(cell)
  type Parse = typeof column._zod.parse
  const parse: Parse = column._zod.parse.bind(column._zod)
  const parseAtOnce: Parse = (payload, context) =>
    Array.isArray(payload.value) && payload.value.every(isCell) ? payload : parse(payload, context)
  column._zod.parse = parseAtOnce
  column._zod.run = parseAtOnce
  return column
}

export const textColumn = columnOf(z.string(), (value) => typeof value === 'string')

export const numberColumn = columnOf(z.number(), Number.isFinite)

/** With null where there is no figure. */
export const figureColumn = columnOf(
  z.nullable(z.number()),
  (value) => value === null || Number.isFinite(value),
)
