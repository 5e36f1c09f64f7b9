import { afterAll, beforeAll, expect, test, vi } from 'vitest'

import { sharedByTabs, type TabMessage } from './shared-by-tabs.ts'

beforeAll(() => vi.stubGlobal('window', globalThis))
afterAll(() => vi.unstubAllGlobals())

const change = { topics: ['records' as const], dataUpTo: '2026-11-18T03:00:00Z', now: '2026-11-18T03:10:00Z' }

/** A tab that notes what it hears, and from which event on it listens once it is its turn. */
function tab() {
  const heard: TabMessage[] = []
  const told: { tell: (message: TabMessage) => void; from: string | null }[] = []
  const close = sharedByTabs(
    (tell, signal, from) => {
      told.push({ tell, from })
      return new Promise((resolve) => signal.addEventListener('abort', () => resolve()))
    },
    (message) => heard.push(message),
  )
  return { heard, told, close }
}

test('one tab listens for all; the next one goes on from the event that was heard last', async () => {
  const first = tab()
  await vi.waitFor(() => expect(first.told).toHaveLength(1))
  expect(first.told[0]?.from).toBeNull()
  first.told[0]?.tell({ kind: 'live', id: 'one' })

  const second = tab()
  await vi.waitFor(() => expect(second.heard).toEqual([{ kind: 'live', id: 'one' }]))
  first.told[0]?.tell({ kind: 'live', id: 'two' })
  first.told[0]?.tell({ kind: 'change', change })
  await vi.waitFor(() => expect(second.heard.at(-1)).toEqual({ kind: 'change', change }))
  expect(first.heard).toEqual(second.heard)
  expect(second.told).toEqual([])

  first.close()
  await vi.waitFor(() => expect(second.told).toHaveLength(1))
  expect(second.told[0]?.from).toBe('two')
  second.close()
})
