import * as z from 'zod/mini'

import { columnsParameter } from './choices.ts'
import type { CsvOperationId } from './operations.ts'
import { hasPeriodColumns, isTable, tableColumns } from './table-columns.ts'
import { periodColumn } from './tables.ts'

/** A file has all rows: the question of the list without what asks for a part of them, and with which columns of its table are wanted. */
export function csvQuery(id: CsvOperationId, query: z.core.$ZodObject): z.core.$ZodObject {
  const { cursor: _cursor, limit: _limit, ...shape } = query._zod.def.shape
  if (!isTable(id)) return z.strictObject(shape)
  const periods = hasPeriodColumns(id) ? [periodColumn] : []
  return z.strictObject({ ...shape, columns: columnsParameter(tableColumns[id], periods) })
}
