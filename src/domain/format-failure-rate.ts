const PERCENT = '\u202f%'
const FLOAT_NOISE = 1e-9

/** Rounded up: 9.79 % of failures must not read as 9 %. One decimal below ten percent; only all are 100 %. */
export function formatFailureRate(share: number): string {
  const tenths = Math.ceil(share * 1000 - FLOAT_NOISE)
  if (tenths < 100) return `${tenths % 10 === 0 ? tenths / 10 : (tenths / 10).toFixed(1)}${PERCENT}`
  const whole = Math.ceil(share * 100 - FLOAT_NOISE)
  return `${share < 1 ? Math.min(whole, 99) : whole}${PERCENT}`
}
