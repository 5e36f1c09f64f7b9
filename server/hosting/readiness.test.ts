import { expect, test, vi } from 'vitest'

import { createLog } from './log.ts'
import { createReadiness, type ReadinessCheck } from './readiness.ts'

vi.setConfig({ testTimeout: 60_000 })

function readinessOf(checks: readonly ReadinessCheck[], patienceMs?: number) {
  const clock = { ms: 0 }
  const events: string[] = []
  const write = (line: string) => events.push(JSON.parse(line).event)
  const log = createLog({ level: 'info', format: 'json', write, now: () => 0 })
  return {
    clock,
    events,
    readiness: createReadiness(checks, {
      now: () => clock.ms,
      log,
      ...(patienceMs !== undefined && { patienceMs }),
    }),
  }
}

test('ready is where every part is', async () => {
  const { readiness } = readinessOf([
    { part: 'server', obstacle: () => null },
    { part: 'store', obstacle: async () => null },
  ])
  expect(await readiness()).toEqual({
    isReady: true,
    parts: [
      { part: 'server', isReady: true },
      { part: 'store', isReady: true },
    ],
  })
})

test('the part that is not ready is named, and what its failure says inside stays inside', async () => {
  const { readiness } = readinessOf([
    { part: 'server', obstacle: () => 'stopping' },
    { part: 'store', obstacle: () => Promise.reject(new Error('postgres://ada:hunter2@db')) },
  ])
  expect(await readiness()).toEqual({
    isReady: false,
    parts: [
      { part: 'server', isReady: false, reason: 'stopping' },
      { part: 'store', isReady: false, reason: 'does not answer' },
    ],
  })
})

test('a part that never answers is not waited for', async () => {
  const { readiness } = readinessOf([{ part: 'store', obstacle: () => new Promise(() => undefined) }], 20)
  expect((await readiness()).parts).toEqual([
    { part: 'store', isReady: false, reason: 'does not answer within 0.02 s' },
  ])
})

test('many who ask at once look once; a change is seen a second later, and told once', async () => {
  const state = { reason: null as string | null, looks: 0 }
  const obstacle = () => {
    state.looks += 1
    return state.reason
  }
  const { clock, events, readiness } = readinessOf([{ part: 'store', obstacle }])
  await Promise.all([readiness(), readiness(), readiness()])
  expect(state.looks).toBe(1)

  state.reason = 'away'
  for (clock.ms of [1000, 2000, 3000]) expect((await readiness()).isReady).toBe(false)
  state.reason = null
  clock.ms = 4000
  expect((await readiness()).isReady).toBe(true)
  expect(events).toEqual(['not-ready', 'ready'])
})
