import { afterAll, beforeEach, expect, it, vi } from 'vitest'

const stored = new Map<string, string>()

beforeEach(() => {
  stored.clear()
  vi.resetModules()
  const localStorage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  }
  vi.stubGlobal('window', { localStorage })
})
afterAll(() => vi.unstubAllGlobals())

it.each([
  ['nothing', undefined, '/on-call'],
  ['a choice', { state: { home: 'planning' }, version: 1 }, '/planning'],
  ['a place that is none', { state: { home: 'moon' }, version: 1 }, '/on-call'],
  ['no object at all', { state: 'planning', version: 1 }, '/on-call'],
])('with %s in storage the app opens where it can', async (_, value, path) => {
  if (value) stored.set('preferences', JSON.stringify(value))
  const { homePath } = await import('./preferences.ts')
  expect(homePath()).toBe(path)
})

it('keeps what was chosen', async () => {
  const { setHome } = await import('./preferences.ts')
  setHome('organization')
  expect(stored.get('preferences')).toContain('"home":"organization"')
})
