import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { untilDrawable } from './until-drawable.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A router whose first page asks one question. */
function pageThatAsks(client: QueryClient, answer: Promise<string>) {
  return {
    load: async () => {
      client.query({ queryKey: ['first'], queryFn: () => answer, retry: false }).catch(() => undefined)
    },
  }
}

async function stateAfter(ms: number, drawable: Promise<void>) {
  let isDrawable = false
  void drawable.then(() => {
    isDrawable = true
  })
  await vi.advanceTimersByTimeAsync(ms)
  return isDrawable
}

test('the page is drawn as soon as its figures are here', async () => {
  const client = new QueryClient()
  const answer = Promise.withResolvers<string>()
  const drawable = untilDrawable(pageThatAsks(client, answer.promise), client)
  expect(await stateAfter(10, drawable)).toBe(false)
  answer.resolve('figures')
  expect(await stateAfter(10, drawable)).toBe(true)
})

test('a server that does not answer does not keep the shell waiting', async () => {
  const client = new QueryClient()
  const drawable = untilDrawable(pageThatAsks(client, new Promise(() => {})), client)
  expect(await stateAfter(1_000, drawable)).toBe(true)
})

test('neither a refused answer nor a page that cannot be loaded stands in the way', async () => {
  const client = new QueryClient()
  const refused = untilDrawable(pageThatAsks(client, Promise.reject(new Error('no'))), client)
  expect(await stateAfter(10, refused)).toBe(true)
  const broken = untilDrawable({ load: () => Promise.reject(new Error('no such chunk')) }, client)
  expect(await stateAfter(10, broken)).toBe(true)
})
