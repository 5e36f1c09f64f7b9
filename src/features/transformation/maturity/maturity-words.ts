import type { MaturityChange } from '../../../domain/maturity.ts'
import { maturityLevels, type MaturityLevel, type MaturityScore } from '../../../domain/maturity-model.ts'

export const changeWords: Readonly<Record<MaturityChange, string>> = {
  progressing: 'moved up',
  stagnating: 'unchanged',
  regressing: 'slipped',
}

export function levelOf(score: MaturityScore): MaturityLevel {
  return maturityLevels[score] ?? 'regressive'
}

/** Whole percent. With at most 16 points nothing between none and all is rounded to either. */
export function percentOf(share: number): number {
  return Math.round(share * 100)
}

/** "+50", "−13", "±0": what was won or lost, in whole percent points. */
export function stepWords(before: number, now: number): string {
  const step = Math.round((now - before) * 100)
  if (step === 0) return '±0'
  return step > 0 ? `+${step}` : `−${-step}`
}
