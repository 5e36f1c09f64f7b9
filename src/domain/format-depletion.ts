import { formatShareBelow } from './format.ts'

/** A share of the grant in percent with one decimal, "15.9"; little is not shown as nothing, nor nearly all as all. */
export function formatDepletion(share: number): string {
  return formatShareBelow(share, [1])
}
