import * as z from 'zod/mini'

/** How many rows the file has besides its header: known before it is sent whole. */
export const ROW_COUNT_HEADER = 'x-row-count'

/** Where the whole of a list is to be had as a file. */
export function csvPath({ path }: Readonly<{ path: string }>): string {
  return `${path}.csv`
}

/** A file has all rows: the question of the list without what asks for a part of them. */
export function csvQuery(query: z.core.$ZodObject): z.core.$ZodObject {
  const { cursor: _cursor, limit: _limit, ...shape } = query._zod.def.shape
  return z.strictObject(shape)
}
