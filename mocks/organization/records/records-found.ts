import { compareAscending, type Position } from '../../../server/page.ts'
import type { RecordStore } from '../../../server/ports.ts'

type Span = Parameters<RecordStore['incidents']>[1]

type Order<Item> = Readonly<{
  positionOf: (item: Item) => readonly string[]
  compare?: (a: Position, b: Position) => number
}>

/** The rows of one page of a list that is held whole. */
export function recordsFound<Item>(
  found: readonly Item[],
  { after, limit }: Span,
  { positionOf, compare = compareAscending }: Order<Item>,
): Readonly<{ items: readonly Item[]; totalCount: number }> {
  const rows = found
    .map((item) => ({ item, position: positionOf(item) }))
    .toSorted((a, b) => compare(a.position, b.position))
    .filter(({ position }) => after === null || compare(position, after) > 0)
  return { items: rows.slice(0, limit).map(({ item }) => item), totalCount: found.length }
}

/** By the first key descending, then by what makes the row unique ascending. */
export function newestFirst(a: Position, b: Position): number {
  const [aTime, ...aRest] = a
  const [bTime, ...bRest] = b
  return compareAscending([bTime ?? null], [aTime ?? null]) || compareAscending(aRest, bRest)
}
