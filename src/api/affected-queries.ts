import type { Query, QueryKey } from '@tanstack/react-query'

import type { LiveTopic } from '../contract/live.ts'

/** What an event tells, as far as it matters to what is on a page. */
export type Change = Readonly<{ topics: readonly LiveTopic[]; dataUpTo: string }>

/** Whether what was answered before may be answered differently now. What nobody thought of is asked again: that costs little. */
export function isAffected(key: QueryKey, { topics, dataUpTo }: Change): boolean {
  const [root, kind] = key
  // Who one is, and what one's own changes did, is not among the events.
  if (root === 'access') return false
  return topics.some((topic) => concerns(topic, root, kind, key, dataUpTo))
}

function concerns(topic: LiveTopic, root: unknown, kind: unknown, key: QueryKey, dataUpTo: string): boolean {
  if (topic === 'catalog') return true
  if (root === 'catalog') return false
  if (topic === 'hours') return !isOver(key, dataUpTo)
  if (topic === 'past') return true
  // Lists of budgets hold figures only; what was told stands beside one of them.
  return !(root === 'budgets' && (kind === 'list' || kind === 'top'))
}

/** A span that had ended before the data did: another hour adds nothing to it. */
function isOver(key: QueryKey, dataUpTo: string): boolean {
  return key.some((part) => {
    if (typeof part !== 'object' || part === null) return false
    const to: unknown = Reflect.get(part, 'to')
    return typeof to === 'string' && Date.parse(to) < Date.parse(dataUpTo)
  })
}

export function affectedBy(change: Change): (query: Query) => boolean {
  return ({ queryKey }) => isAffected(queryKey, change)
}
