import type { BudgetState } from './state.ts'

/** In the order in which somebody on call looks at them. What burns stands first, whatever is left of it. */
export const onCallGroups = [
  'burning',
  'exhausted',
  'at-risk',
  'no-data',
  'no-traffic',
  'no-budget',
  'healthy',
] as const
export type OnCallGroup = (typeof onCallGroups)[number]

/** Null for the states of closed periods: nobody is on call for the past. */
export function onCallGroup(state: BudgetState, isBurning: boolean): OnCallGroup | null {
  if (isBurning) return 'burning'
  return onCallGroups.find((group) => group === state) ?? null
}

type Ranked = Readonly<{
  group: OnCallGroup
  /** Null where nothing burns. */
  rate: number | null
  remaining: number | null
}>

/** Sort keys, ascending: the group, then the fastest burn, then the least left. */
export function onCallRank({ group, rate, remaining }: Ranked): readonly [number, number | null] {
  return [onCallGroups.indexOf(group), group === 'burning' && rate !== null ? -rate : remaining]
}
