import type { OnCallEntry, OnCallList } from '../../contract/on-call.ts'
import { onCallGroups, type OnCallGroup } from '../../domain/on-call-order.ts'

/** What stands one below the other. One flat list: a budget that changes its group keeps its element, and with it the focus. */
export type ListEntry =
  | Readonly<{ kind: 'heading'; group: OnCallGroup; count: number }>
  | Readonly<{ kind: 'none'; group: OnCallGroup }>
  | Readonly<{
      kind: 'fold'
      group: OnCallGroup
      count: number
      isOpen: boolean
      example: OnCallEntry | null
    }>
  | Readonly<{ kind: 'budget'; budget: OnCallEntry }>

/** These need somebody; the others are folded until they are asked for. */
const urgent: readonly OnCallGroup[] = ['burning', 'exhausted', 'at-risk']

export function isUrgent(group: OnCallGroup): boolean {
  return urgent.includes(group)
}

/** The groups whose budgets are asked for: healthy ones, of which there are many, only when they are unfolded. */
export function shownGroups(open: readonly OnCallGroup[]): readonly OnCallGroup[] {
  return onCallGroups.filter((group) => group !== 'healthy' || open.includes(group))
}

type Pages = readonly Pick<OnCallList, 'items' | 'groups'>[]

export function listEntries(pages: Pages, open: readonly OnCallGroup[]): readonly ListEntry[] {
  const budgets = Map.groupBy(
    pages.flatMap(({ items }) => items),
    ({ group }) => group,
  )
  // Pages are read one after the other: the last one counted last.
  const counts = new Map(pages.at(-1)?.groups.map(({ group, count }) => [group, count]))
  return onCallGroups.flatMap((group): ListEntry[] => {
    const count = counts.get(group) ?? 0
    const held = budgets.get(group) ?? []
    const rows = held.map((budget): ListEntry => ({ kind: 'budget', budget }))
    if (isUrgent(group)) {
      const heading: ListEntry = { kind: 'heading', group, count }
      return count === 0 ? [heading, { kind: 'none', group }] : [heading, ...rows]
    }
    if (count === 0) return []
    const isOpen = open.includes(group)
    const fold: ListEntry = { kind: 'fold', group, count, isOpen, example: held[0] ?? null }
    return isOpen ? [fold, ...rows] : [fold]
  })
}

export function entryKey(entry: ListEntry): string {
  return entry.kind === 'budget'
    ? `${entry.budget.sloId} ${entry.budget.deployment}`
    : `${entry.kind} ${entry.group}`
}

/** In rem, so that they grow with the reader's letters; on-call-list.module.css fills them. */
export function entryHeight(entry: ListEntry): number {
  switch (entry.kind) {
    case 'heading':
      return 1.875
    case 'none':
      return 1.5
    case 'fold':
      return 2.75
    case 'budget':
      return entry.budget.burning === null ? 3.125 : 4.25
  }
}
