const TRUE_MINUS = '\u2212'

/** "+28", "−50", "0": whole percent to the nearest, one decimal below 1; a little is not shown as nothing. */
export function formatGrowth(rate: number): string {
  return signed(notNothing(rate * 100))
}

/** "+8", "−3.5", "0": tickets added, to one decimal. */
export function formatDelta(delta: number): string {
  return signed(delta === 0 ? 0 : atLeastATenth(roundedTenths(delta), delta))
}

function notNothing(percent: number): number {
  if (percent === 0 || Math.abs(percent) >= 1) return Math.sign(percent) * Math.round(Math.abs(percent))
  return atLeastATenth(roundedTenths(percent), percent)
}

function roundedTenths(value: number): number {
  return (Math.sign(value) * Math.round(Math.abs(value) * 10)) / 10
}

function atLeastATenth(rounded: number, exact: number): number {
  return rounded === 0 ? Math.sign(exact) / 10 : rounded
}

function signed(value: number): string {
  if (value === 0) return '0'
  return value < 0 ? `${TRUE_MINUS}${-value}` : `+${value}`
}
