import { expect, test } from 'vitest'

import { createHeldAnswers } from './held-answers.ts'
import type { ApiDeps } from './ports.ts'
import { NOW, tinyOrganization } from './testing/tiny-organization.ts'

const HOUR_MS = 3_600_000

function changing() {
  const state = { hours: 1, past: 1, records: 1, catalog: 1, entries: 1, now: NOW }
  const deps = tinyOrganization({
    deps: {
      now: () => state.now,
      changes: async () => {
        const { now: _now, ...changes } = state
        return changes
      },
    },
  })
  let built = 0
  const answers = createHeldAnswers(deps)
  const ask = (read: (from: ApiDeps) => unknown = () => undefined, question = 'the same') =>
    answers.of(question, async (from) => {
      await read(from)
      built += 1
      return `answer ${built}`
    })
  return { state, ask }
}

test('the same question is answered once while nothing changes', async () => {
  const { ask } = changing()
  const read = (from: ApiDeps) => from.buckets.nowHour()
  expect(await ask(read)).toBe('answer 1')
  expect(await ask(read)).toBe('answer 1')
  expect(await ask(read, 'another')).toBe('answer 2')
})

test.each(['hours', 'past', 'records', 'catalog', 'entries'] as const)(
  'a change of %s is told at once',
  async (kind) => {
    const { state, ask } = changing()
    expect(await ask()).toBe('answer 1')
    state[kind] += 1
    expect(await ask()).toBe('answer 2')
  },
)

test('what rests on the hour is told anew with the next one, what rests on the clock each time', async () => {
  const { state, ask } = changing()
  await ask()
  state.now += HOUR_MS
  expect(await ask()).toBe('answer 2')
  expect(await ask((from) => from.now(), 'late?')).toBe('answer 3')
  expect(await ask((from) => from.now(), 'late?')).toBe('answer 4')
})

test('a change that comes while an answer is made counts as one after it', async () => {
  const { state, ask } = changing()
  await ask(() => {
    state.hours += 1
  })
  expect(await ask()).toBe('answer 2')
})

test('a failure is no answer', async () => {
  const { ask } = changing()
  await expect(ask(() => Promise.reject(new Error('away')))).rejects.toThrow('away')
  expect(await ask()).toBe('answer 1')
})

test('without a count of changes nothing is held', async () => {
  const answers = createHeldAnswers(tinyOrganization())
  let built = 0
  const build = async () => String((built += 1))
  expect(await answers.of('the same', build)).toBe('1')
  expect(await answers.of('the same', build)).toBe('2')
})

test('those that were asked for last are held, as far as there is room', async () => {
  const unchanged = { hours: 1, past: 1, records: 1, catalog: 1, entries: 1 }
  const deps = tinyOrganization({ deps: { changes: async () => unchanged } })
  const answers = createHeldAnswers(deps)
  let built = 0
  const ask = (question: string, length: number) =>
    answers.of(question, async () => {
      built += 1
      return 'x'.repeat(length)
    })
  for (let question = 0; question < 40; question += 1) await ask(String(question), 1_000_000)
  await ask('39', 1_000_000)
  expect(built).toBe(40)
  await ask('0', 1_000_000)
  expect(built, 'the oldest had to go').toBe(41)
  await ask('too long', 3_000_000)
  await ask('too long', 3_000_000)
  expect(built).toBe(43)
})
