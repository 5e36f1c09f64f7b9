import type { KeptBudgets } from '../../contract/kept-budgets.ts'
import { NARROW_SPACE } from '../../ui/figure.tsx'

type KeptPeriod = KeptBudgets['items'][number]

/** The two marks of the headline: half of the services, and nine in ten. */
export const HALF = 0.5
export const NINE_IN_TEN = 0.9

export type Headline = Readonly<{
  /** The last closed period with a verdict, and how the share stands against the marks over those shown; null before one. */
  last: Readonly<KeptPeriod & { marks: string }> | null
  open: KeptPeriod | null
}>

/** The organization in one sentence; null where nothing is counted, neither in a closed period nor in the open one. */
export function headline(items: readonly KeptPeriod[]): Headline | null {
  const closed = items.filter(({ period, share }) => !period.isOpen && share !== null)
  const last = closed.at(-1)
  const open = items.find(({ period }) => period.isOpen) ?? null
  if (last) return { last: { ...last, marks: `${halfWords(closed, last)} ${ninetyWords(closed)}` }, open }
  return open !== null && open.counted > 0 ? { last: null, open } : null
}

function halfWords(closed: readonly KeptPeriod[], last: KeptPeriod): string {
  if ((last.share ?? 0) <= HALF) return `The share is not above 50${NARROW_SPACE}%`
  const below = closed.findLastIndex(({ share }) => (share ?? 0) <= HALF)
  const since = closed[below + 1]
  return below === -1 || !since
    ? `The share has been above 50${NARROW_SPACE}% in every period shown`
    : `The share has been above 50${NARROW_SPACE}% since ${since.period.name}`
}

function ninetyWords(closed: readonly KeptPeriod[]): string {
  const reached = closed.filter(({ share }) => (share ?? 0) >= NINE_IN_TEN)
  const first = reached[0]
  if (!first) return `and has not reached 90${NARROW_SPACE}%.`
  if (reached.length === 1) return `and reached 90${NARROW_SPACE}% in ${first.period.name}.`
  return `and reached 90${NARROW_SPACE}% in ${reached.length} periods, first in ${first.period.name}.`
}
