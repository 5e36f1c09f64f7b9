import { afterAll, beforeEach, expect, it, vi } from 'vitest'

const stored = new Map<string, string>()

/** As a page that was just opened has it. */
async function reloaded() {
  vi.resetModules()
  return import('./typed-answers.ts')
}

beforeEach(() => {
  stored.clear()
  const sessionStorage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  }
  vi.stubGlobal('window', { sessionStorage })
})
afterAll(() => vi.unstubAllGlobals())

it('what was typed of one subject is there after a reload, and never of another', async () => {
  const before = await reloaded()
  before.setTypedAnswer('api-consumption cart', 1, 'Once a second')
  before.setTypedAnswer('api-consumption cart', 2, 'A circuit breaker')
  before.setTypedAnswer('api-consumption search', 1, 'Seldom')

  const { typedAnswers } = await reloaded()
  expect(typedAnswers('api-consumption cart')).toEqual({ 1: 'Once a second', 2: 'A circuit breaker' })
  expect(typedAnswers('api-consumption search')).toEqual({ 1: 'Seldom' })
  expect(typedAnswers('tighter-slo cart')).toEqual({})
})

it('what was recorded is forgotten, and nothing else', async () => {
  const before = await reloaded()
  before.setTypedAnswer('a', 1, 'one')
  before.setTypedAnswer('b', 1, 'another')
  before.forgetTypedAnswers('a')
  before.forgetTypedAnswers('c')

  const { typedAnswers } = await reloaded()
  expect(typedAnswers('a')).toEqual({})
  expect(typedAnswers('b')).toEqual({ 1: 'another' })
})

it('whoever signs out leaves nothing in the tab', async () => {
  const { setTypedAnswer, forgetAllTypedAnswers } = await reloaded()
  setTypedAnswer('a', 1, 'one')
  setTypedAnswer('b', 1, 'another')
  forgetAllTypedAnswers()

  const { typedAnswers } = await reloaded()
  expect(['a', 'b'].map(typedAnswers)).toEqual([{}, {}])
})

it('of very many subjects those that were typed about last are kept', async () => {
  const { setTypedAnswer, typedAnswers } = await reloaded()
  for (let subject = 0; subject < 20; subject += 1) setTypedAnswer(`s${subject}`, 1, 'x')
  setTypedAnswer('s0', 2, 'again')
  setTypedAnswer('s20', 1, 'x')
  expect(typedAnswers('s0')).toEqual({ 1: 'x', 2: 'again' })
  expect(typedAnswers('s1')).toEqual({})
  expect(typedAnswers('s2')).toEqual({ 1: 'x' })
})

it.each([
  ['no object', '7'],
  ['answers that are none', '{"a":{"1":7,"2":"two"},"b":null,"c":"text"}'],
])('%s in storage breaks nothing', async (_, state) => {
  stored.set('typed-answers', `{"state":${state},"version":1}`)
  const { typedAnswers } = await reloaded()
  expect(['a', 'b'].map(typedAnswers)).toEqual([state === '7' ? {} : { 2: 'two' }, {}])
})
