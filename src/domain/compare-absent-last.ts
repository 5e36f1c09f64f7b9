/** For sorting figures: what is absent is neither small nor large, so it comes last in either direction. */
export function compareAbsentLast(
  a: number | null,
  b: number | null,
  direction: 'ascending' | 'descending',
): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return direction === 'ascending' ? a - b : b - a
}
