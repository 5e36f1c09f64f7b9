import type { QueryClient } from '@tanstack/react-query'

import { liveTopics, type LiveTopic } from '../contract/live.ts'
import { affectedBy, type Change } from './affected-queries.ts'

/**
 * Asks again for what a change concerns, and for nothing else. Changes that come while answers are on their way are taken
 * together and asked about after them: ten a second must not cancel each other's answers for ever.
 */
export function createRefresher(client: QueryClient, pause: () => Promise<void>): (change: Change) => void {
  const waiting = new Set<LiveTopic>()
  let dataUpTo = ''
  let isRunning = false

  async function run(): Promise<void> {
    isRunning = true
    while (waiting.size > 0) {
      const topics = liveTopics.filter((topic) => waiting.has(topic))
      waiting.clear()
      // A question that fails is asked again by its own query, and says so on the page.
      await client.invalidateQueries({ predicate: affectedBy({ topics, dataUpTo }) }).catch(() => undefined)
      await pause()
    }
    isRunning = false
  }

  return (change) => {
    for (const topic of change.topics) waiting.add(topic)
    if (change.dataUpTo > dataUpTo) dataUpTo = change.dataUpTo
    if (!isRunning && waiting.size > 0) void run()
  }
}

/**
 * Nobody listens yet when a page asks its first questions. `seen` is how far things had come then: where what is heard first
 * says otherwise, all is asked again; what comes after it is told as it comes.
 */
export function createCatchUp(
  seen: string | undefined,
  refresh: (change: Change) => void,
): (id: string | null) => void {
  let before = seen
  return (id) => {
    if (before !== undefined && id !== null && id !== before) refresh({ topics: liveTopics, dataUpTo: '' })
    before = undefined
  }
}
