export type TableSort<Id extends string = string> = Readonly<{ column: Id; descending: boolean }>

/**
 * What a press on a header makes of the sort: ascending, then descending, then none.
 * Added (with Shift) it keeps the other columns in their rank; else it replaces them.
 */
export function toggleSort<Id extends string>(
  sort: readonly TableSort<Id>[],
  column: Id,
  isAdded: boolean,
): readonly TableSort<Id>[] {
  const current = sort.find((one) => one.column === column)
  const next = nextOf(current, column)
  if (!isAdded) return next ? [next] : []
  if (!current) return next ? [...sort, next] : sort
  return sort.flatMap((one) => (one.column === column ? (next ?? []) : one))
}

function nextOf<Id extends string>(
  current: TableSort<Id> | undefined,
  column: Id,
): TableSort<Id> | undefined {
  if (!current) return { column, descending: false }
  return current.descending ? undefined : { column, descending: true }
}

/** The term at this rank before the one it followed. */
export function movedUp<Id extends string>(
  sort: readonly TableSort<Id>[],
  rank: number,
): readonly TableSort<Id>[] {
  const moved = sort[rank]
  if (moved === undefined || rank === 0) return sort
  const others = sort.filter((one) => one !== moved)
  return [...others.slice(0, rank - 1), moved, ...others.slice(rank - 1)]
}
