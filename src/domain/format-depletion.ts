import { formatShareBelow } from './format.ts'

/** A share of the grant in percent with one decimal, "15.9"; little is not shown as nothing, nor nearly all as all. */
export function formatDepletion(share: number): string {
  return formatShareBelow(share, [1])
}

/** "15.9 %", "~15.9 %": a share of a budget, or a sum of such shares. */
export function takenWords(taken: number, isEstimate = false): string {
  const figure = formatDepletion(taken)
  return `${isEstimate && !figure.startsWith('<') ? '~' : ''}${figure}\u202f%`
}
