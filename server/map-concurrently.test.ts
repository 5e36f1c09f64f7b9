import { expect, test } from 'vitest'

import { mapConcurrently } from './map-concurrently.ts'

test('results keep the order of the items, and no more than the limit are under way', async () => {
  let underWay = 0
  let most = 0
  const results = await mapConcurrently([5, 1, 4, 2, 3], 2, async (item) => {
    underWay += 1
    most = Math.max(most, underWay)
    for (let turn = 0; turn < item; turn += 1) await Promise.resolve()
    underWay -= 1
    return item * 10
  })
  expect(results).toEqual([50, 10, 40, 20, 30])
  expect(most).toBe(2)
})

test('one failure is the failure of all', async () => {
  await expect(mapConcurrently([1, 2], 1, (item) => Promise.reject(new Error(`no ${item}`)))).rejects.toThrow(
    'no 1',
  )
})

test('nothing gives nothing', async () => {
  expect(await mapConcurrently([], 4, async () => 1)).toEqual([])
})
