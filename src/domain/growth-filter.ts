import type { GrowthComparison, GrowthFilter } from './ticket-trend.ts'

/** As addresses say it: "above:30" is "> 30 %". Signs would have to be escaped there. */
const words: Readonly<Record<GrowthComparison, string>> = {
  '<': 'below',
  '<=': 'at-most',
  '>': 'above',
  '>=': 'at-least',
}

export const growthFilterPattern = /^(?:below|at-most|above|at-least):-?\d{1,4}(?:\.\d)?$/

/** Null for what is no filter. */
export function parseGrowthFilter(text: string | undefined): GrowthFilter | null {
  if (text === undefined || !growthFilterPattern.test(text)) return null
  const [word, percent] = text.split(':')
  const comparison = (Object.keys(words) as GrowthComparison[]).find((sign) => words[sign] === word)
  return comparison === undefined ? null : { comparison, rate: Number(percent) / 100 }
}

export function formatGrowthFilter({ comparison, rate }: GrowthFilter): string {
  return `${words[comparison]}:${percentOf(rate)}`
}

/** In whole tenths, as it was typed: 0.57 * 100 is 56.99999999999999. */
export function percentOf(rate: number): number {
  return Math.round(rate * 1000) / 10 || 0
}
