/** Feature releases a year that may be made although releases are stopped. None left: the stop cannot be lifted. */
export function silverBulletsLeft(
  perYear: number,
  used: number,
): Readonly<{ left: number; mayLiftBan: boolean }> {
  const left = Math.max(0, perYear - used)
  return { left, mayLiftBan: left > 0 }
}

/** Days that a stop grows by: each day on which something was released in it counts once, and is taxed. */
export function thawTaxDays(releaseDays: number, tax: number): number {
  return releaseDays * (1 + tax)
}
