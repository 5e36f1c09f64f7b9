import { expect, test } from 'vitest'

import { createBulkWrites } from './bulk-writes.ts'

function writing() {
  const state = { hours: 1, past: 1, records: 1, catalog: 1, entries: 1 }
  let ms = 0
  const settled: string[] = []
  const settle = async (isStopping: () => boolean) => {
    settled.push('begun')
    while (!isStopping()) ms += 1_000
    settled.push(String(ms))
    throw new Error('a failure of summing up is none of sending')
  }
  const bulk = createBulkWrites({ elapsed: () => ms, settle })
  const changes = bulk.steady(async () => ({ ...state }))
  return { state, bulk, changes, settled, pass: (more: number) => (ms += more) }
}

test('what is not acknowledged yet is no change; when it is, it is one at once', async () => {
  const { state, bulk, changes } = writing()
  await bulk.during(async () => {
    state.hours += 1
    state.past += 1
    expect(bulk.isUnderWay()).toBe(true)
    expect(await changes()).toMatchObject({ hours: 1, past: 1 })
  })
  expect(bulk.isUnderWay()).toBe(false)
  expect(await changes()).toMatchObject({ hours: 2, past: 2 })
})

test('what people enter and what is agreed is told meanwhile', async () => {
  const { state, bulk, changes } = writing()
  await bulk.during(async () => {
    Object.assign(state, { records: 2, catalog: 3, entries: 4 })
    expect(await changes()).toEqual({ hours: 1, past: 1, records: 2, catalog: 3, entries: 4 })
  })
})

test('a request that stays open holds nothing back for longer than five minutes', async () => {
  const { state, bulk, changes, pass } = writing()
  await bulk.during(async () => {
    state.hours = 2
    pass(299_000)
    expect(await changes()).toMatchObject({ hours: 1 })
    pass(2_000)
    expect(await changes()).toMatchObject({ hours: 2 })
  })
})

test('of two at a time the one that is acknowledged is seen', async () => {
  const { state, bulk, changes } = writing()
  const long = Promise.withResolvers<void>()
  const other = bulk.during(() => long.promise)
  await bulk.during(async () => {
    state.hours = 2
  })
  expect(await changes()).toMatchObject({ hours: 2 })
  state.hours = 3
  expect(await changes(), 'and what the other goes on to write is not').toMatchObject({ hours: 2 })
  long.resolve()
  await other
  expect(await changes()).toMatchObject({ hours: 3 })
})

test('a write that fails leaves nothing held back', async () => {
  const { state, bulk, changes } = writing()
  const failing = bulk.during(async () => {
    state.hours = 2
    throw new Error('broken')
  })
  await expect(failing).rejects.toThrow('broken')
  expect(await changes()).toMatchObject({ hours: 2 })
})

test('what rests on much that was sent is made before it is acknowledged, for a limited time', async () => {
  const { state, bulk, changes, settled } = writing()
  const writeLines = (lines: number) =>
    bulk.during(
      async () => {
        state.hours += 1
        return lines
      },
      (written) => written > 100,
    )
  expect(await writeLines(10)).toBe(10)
  expect(settled).toEqual([])
  expect(await writeLines(1_000)).toBe(1_000)
  expect(settled).toEqual(['begun', '16000'])
  expect(await changes()).toMatchObject({ hours: 3 })
})
