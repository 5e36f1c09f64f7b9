import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test } from 'vitest'

import { createEventParser } from './event-parser.ts'
import { createCatchUp, createRefresher } from './live-refresher.ts'

const DATA_UP_TO = '2026-11-18T03:00:00Z'

/** A page with some questions on it, answered at once. */
function page() {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const asked = new Map<string, number>()
  const show = (queryKey: readonly string[]) =>
    new QueryObserver(client, {
      queryKey,
      queryFn: async () => {
        const name = queryKey.join(' ')
        asked.set(name, (asked.get(name) ?? 0) + 1)
        return name
      },
    }).subscribe(() => undefined)
  return { client, asked, show }
}

const untilQuiet = async () => {
  for (let turn = 0; turn < 60; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve))
}

test('only what a change concerns is asked again', async () => {
  const { client, asked, show } = page()
  const leave = [show(['budgets', 'top']), show(['catalog', 'slos']), show(['access', 'me'])]
  await untilQuiet()
  createRefresher(client, async () => undefined)({ topics: ['hours'], dataUpTo: DATA_UP_TO })
  await untilQuiet()
  expect(Object.fromEntries(asked)).toEqual({ 'budgets top': 2, 'catalog slos': 1, 'access me': 1 })
  for (const one of leave) one()
  client.clear()
})

test('what changed between a page’s first answers and the first word that is heard is asked again, once', async () => {
  const { client, asked, show } = page()
  const leave = [show(['budgets', 'top']), show(['catalog', 'slos'])]
  await untilQuiet()
  const refresh = createRefresher(client, async () => undefined)

  createCatchUp('12-3-8.4-1', refresh)('12-3-8.4-1')
  createCatchUp(undefined, refresh)('12-3-8.4-1')
  await untilQuiet()
  expect(Object.fromEntries(asked)).toEqual({ 'budgets top': 1, 'catalog slos': 1 })

  const catchUp = createCatchUp('12-3-8.4-1', refresh)
  catchUp('12-3-8.5-1')
  catchUp('12-3-8.6-1')
  await untilQuiet()
  expect(Object.fromEntries(asked)).toEqual({ 'budgets top': 2, 'catalog slos': 2 })
  for (const one of leave) one()
  client.clear()
})

test('2,000 events leave as many questions, listeners and answers as there were', async () => {
  const { client, asked, show } = page()
  const leave = Array.from({ length: 20 }, (_, index) => show(['budgets', 'history', String(index)]))
  await untilQuiet()
  const cache = client.getQueryCache()
  const listeners = () => cache.getAll().reduce((sum, query) => sum + query.getObserversCount(), 0)
  const before = { questions: cache.getAll().length, listeners: listeners() }

  const parse = createEventParser()
  const refresh = createRefresher(client, async () => undefined)
  for (let event = 0; event < 2_000; event += 1) {
    const text = `id: ${event}\nevent: changed\ndata: ${JSON.stringify({ topics: ['hours', 'records'], dataUpTo: DATA_UP_TO })}\n\n`
    for (const { data } of parse(text)) refresh(JSON.parse(data))
    if (event % 100 === 0) await untilQuiet()
  }
  await untilQuiet()
  expect({ questions: cache.getAll().length, listeners: listeners() }).toEqual(before)
  // What comes while answers are on their way is taken together: far fewer rounds than events, and one after the last.
  const rounds = asked.get('budgets history 0') ?? 0
  expect(rounds).toBeGreaterThan(20)
  expect(rounds).toBeLessThan(100)
  for (const one of leave) one()
  client.clear()
})
