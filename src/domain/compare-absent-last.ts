type Sortable = string | number | null

/** For sorting lists: what is absent is neither small nor large, so it comes last in either direction. */
export function compareAbsentLast(
  a: Sortable,
  b: Sortable,
  direction: 'ascending' | 'descending' = 'ascending',
): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  const order = a < b ? -1 : 1
  return direction === 'ascending' ? order : -order
}
