import { expect, test } from 'vitest'

import type { FeedOutcome } from '../stores/sql/feed-rows.ts'
import { newProgress } from './feed-progress.ts'
import { createOutcomeWriter } from './outcome-writer.ts'

const outcome = (seriesId: number, hours: number): FeedOutcome => ({
  rows: Array.from({ length: hours }, (_, hour) => ({ hour, good: 1, total: 1 })),
  progress: newProgress(seriesId, 0),
  obstacle: null,
})
const atOnce = async () => undefined

test('what comes is stored in its order, and never too much in one go', async () => {
  const written: number[] = []
  const sizes: number[] = []
  const writer = createOutcomeWriter(async (batch) => {
    written.push(...batch.map(({ progress }) => progress.seriesId))
    sizes.push(batch.reduce((sum, { rows }) => sum + rows.length, 0))
  }, atOnce)
  const ids = Array.from({ length: 200 }, (_, index) => index)
  await Promise.all(ids.map((id) => writer.keep(outcome(id, 700))))
  await writer.finish()
  expect(written).toEqual(ids)
  expect(Math.max(...sizes)).toBeLessThan(6_000)
})

test('whoever brings more than the store takes waits for it', async () => {
  let store = () => {}
  const stored = new Promise<void>((resolve) => (store = resolve))
  const writer = createOutcomeWriter(() => stored, atOnce)
  let isTaken = false
  const kept = Promise.all(Array.from({ length: 200 }, (_, id) => writer.keep(outcome(id, 1000))))
  const taken = kept.then(() => (isTaken = true))
  await new Promise((resolve) => setImmediate(resolve))
  expect(isTaken).toBe(false)
  store()
  await taken
  await writer.finish()
})

test('a store that fails lets nobody wait, and says so', async () => {
  const writer = createOutcomeWriter(() => Promise.reject(new Error('disk full')), atOnce)
  await Promise.all(Array.from({ length: 200 }, (_, id) => writer.keep(outcome(id, 1000))))
  await expect(writer.finish()).rejects.toThrow('disk full')
  expect(writer.failed.aborted).toBe(true)
})
