const NINE_DIGITS = 1_000_000_000

/** "99.95" as 0.9995, in as many digits as targets have; null where it is no percentage between the two ends. */
export function shareOfPercent(text: string): number | null {
  const trimmed = text.trim().replace(',', '.')
  if (!/^\d{1,2}(?:\.\d{1,7})?$/.test(trimmed)) return null
  const share = Math.round((Number(trimmed) / 100) * NINE_DIGITS) / NINE_DIGITS
  return share > 0 && share < 1 ? share : null
}
