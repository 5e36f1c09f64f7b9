import { expect, test, vi } from 'vitest'

import { oncePerRevision } from './once-per-revision.ts'

const storeAt = (revision: number) => ({ revision: vi.fn<() => Promise<number>>(async () => revision) })

test('what is entered is read once for all who ask', async () => {
  const read = vi.fn<() => Promise<string[]>>(async () => ['rule'])
  const readOnce = oncePerRevision(read)
  const store = storeAt(1)
  const [first, second] = await Promise.all([readOnce(store), readOnce(store)])
  expect(second).toBe(first)
  expect(await readOnce(store)).toBe(first)
  expect(read).toHaveBeenCalledTimes(1)
})

test('it is read again once something was entered, of something else, or of another store', async () => {
  const read = vi.fn<(store: unknown, catalog: string) => Promise<string>>(async (_store, catalog) => catalog)
  const readOnce = oncePerRevision(read)
  const store = storeAt(1)
  await readOnce(store, 'before')
  store.revision.mockResolvedValue(2)
  await readOnce(store, 'before')
  expect(await readOnce(store, 'after')).toBe('after')
  await readOnce(storeAt(2), 'after')
  expect(read).toHaveBeenCalledTimes(4)
})

test('what could not be read is tried again', async () => {
  const read = vi
    .fn<() => Promise<string>>(async () => 'rules')
    .mockRejectedValueOnce(new Error('The store does not answer'))
  const readOnce = oncePerRevision(read)
  const store = storeAt(1)
  await expect(readOnce(store)).rejects.toThrow('The store does not answer')
  expect(await readOnce(store)).toBe('rules')
})
