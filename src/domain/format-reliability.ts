const FLOAT_NOISE = 1e-9

/**
 * "99.65", "99.993": percent with two decimals, with one more for every nine after the second; cut, so that what cannot be
 * reached is never promised, and never 100 below it.
 */
export function formatReliability(share: number): string {
  if (share >= 1) return '100'
  const nines = Math.floor(-Math.log10(1 - share) + FLOAT_NOISE)
  const decimals = Math.min(7, Math.max(2, nines - 1))
  const scale = 10 ** decimals
  return (Math.floor(share * 100 * scale + FLOAT_NOISE) / scale).toFixed(decimals)
}
