import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test } from 'vitest'

import { ApiError } from './http.ts'
import { organizationQueries } from './organization-queries.ts'
import { watchSession } from './session-watch.ts'

const refusal = (status: number) =>
  new ApiError({ type: 'about:blank', title: 'No', status, detail: 'Not to you' })

const untilQuiet = async () => {
  for (let turn = 0; turn < 60; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve))
}

/** A page that knows the present, and whose other questions are then refused with a status. */
async function pageRefused(status: number) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const { queryKey } = organizationQueries.current()
  let answer: 'known' | 'refused' = 'known'
  let asked = 0
  const present = new QueryObserver<unknown>(client, {
    queryKey,
    queryFn: () => {
      asked += 1
      if (answer === 'refused') throw refusal(status)
      return Promise.resolve({})
    },
  })
  const leave = present.subscribe(() => undefined)
  await untilQuiet()
  watchSession(client)
  answer = 'refused'
  const refused = () => Promise.reject(refusal(status))
  const asking = ['a', 'b'].map((name) => client.query({ queryKey: [name], queryFn: refused }))
  await Promise.allSettled(asking)
  await untilQuiet()
  return {
    asked: () => asked,
    error: () => present.getCurrentResult().error,
    change: () =>
      client
        .getMutationCache()
        .build(client, { mutationFn: refused })
        .execute(undefined)
        .catch(() => undefined),
    end() {
      leave()
      client.clear()
    },
  }
}

test('the first question that is refused for nobody’s sake has the present asked for, once', async () => {
  const page = await pageRefused(401)
  expect(page.asked()).toBe(2)
  expect(page.error()).toEqual(refusal(401))
  await page.change()
  await untilQuiet()
  expect(page.asked()).toBe(2)
  page.end()
})

test('other refusals are their questions’ own', async () => {
  const page = await pageRefused(403)
  await page.change()
  await untilQuiet()
  expect(page.asked()).toBe(1)
  page.end()
})

test('a change that is refused has it asked for too', async () => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  let asked = 0
  const { queryKey } = organizationQueries.current()
  client.setQueryData<unknown>(queryKey, {})
  const leave = new QueryObserver<unknown>(client, {
    queryKey,
    queryFn: () => Promise.resolve((asked += 1)),
    staleTime: Infinity,
  }).subscribe(() => undefined)
  watchSession(client)
  const change = client.getMutationCache().build(client, { mutationFn: () => Promise.reject(refusal(401)) })
  await change.execute(undefined).catch(() => undefined)
  await untilQuiet()
  expect(asked).toBe(1)
  leave()
  client.clear()
})
