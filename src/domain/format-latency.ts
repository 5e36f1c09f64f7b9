import { formatCount } from './format.ts'

const NARROW_NO_BREAK_SPACE = '\u202f'

/** Averages of binary fractions: 300.00000000000006 ms are 300. */
const FLOAT_NOISE = 1e-6

/** "85 ms", "1.3 s", "90 s": up to the next step, since a latency rounded down would flatter. */
export function formatLatency(ms: number): string {
  const wholeMs = roundedUp(ms)
  if (ms > 0 && ms < 1) return withUnit('<1', 'ms')
  if (wholeMs < 1000) return withUnit(formatCount(wholeMs), 'ms')
  const tenths = roundedUp(ms / 100)
  return withUnit(tenths < 100 ? String(tenths / 10) : formatCount(roundedUp(ms / 1000)), 's')
}

function roundedUp(value: number): number {
  return Math.ceil(value - FLOAT_NOISE)
}

function withUnit(figure: string, unit: string): string {
  return `${figure}${NARROW_NO_BREAK_SPACE}${unit}`
}
