/** A share of services in whole percent, never rounded up to a mark it has not reached. */
export function sharePercent(share: number): string {
  return String(Math.floor(share * 100 + 1e-9))
}
