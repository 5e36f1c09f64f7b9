import { describe, expect, test } from 'vitest'

import { liveChangeSchema, type LiveChange } from '../../src/contract/live.ts'
import type { ApiDeps } from '../ports.ts'
import { person } from '../testing/callers.ts'
import { NOW_HOUR, tinyOrganization } from '../testing/tiny-organization.ts'
import { apiClient } from '../testing/api-client.ts'
import { createLiveHub } from './live-hub.ts'

/** Time that passes only when the test says so. */
function manualDelay() {
  const waiting = new Set<Readonly<{ ms: number; act: () => void }>>()
  return {
    delay: (ms: number, act: () => void) => {
      const one = { ms, act }
      waiting.add(one)
      return () => void waiting.delete(one)
    },
    /** Whatever waits for that long has waited long enough. */
    async pass(ms: number) {
      const due = [...waiting].filter((one) => one.ms === ms)
      for (const one of due) {
        waiting.delete(one)
        one.act()
      }
      await settled()
    },
    count: () => waiting.size,
  }
}

const LOOK_MS = 2_000
const BEAT_MS = 15_000
const settled = async () => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
}

function changing() {
  const marks = { hours: 1, past: 1, records: 1, catalog: 1, entries: 1 }
  let looks = 0
  const deps = tinyOrganization({
    deps: {
      changes: async () => {
        looks += 1
        return { ...marks }
      },
    },
  })
  return { marks, deps, looks: () => looks }
}

type Heard = Readonly<{ id: string; name: string; change: LiveChange }>

/** Reads what has been sent so far. */
function reader(stream: ReadableStream<Uint8Array> | null) {
  if (stream === null) throw new Error('no stream')
  const source = stream.getReader()
  const heard: Heard[] = []
  let text = ''
  const state = { isDone: false }
  const reading = (async () => {
    for (;;) {
      const { done, value } = await source.read()
      if (done) break
      text += new TextDecoder().decode(value)
      const blocks = text.split('\n\n')
      text = blocks.pop() ?? ''
      for (const block of blocks) {
        const found = /^id: (.*)\nevent: (.*)\ndata: (.*)$/.exec(block)
        if (found)
          heard.push({
            id: found[1] ?? '',
            name: found[2] ?? '',
            change: liveChangeSchema.parse(JSON.parse(found[3] ?? '')),
          })
      }
    }
    state.isDone = true
  })()
  return { heard, state, cancel: () => source.cancel(), reading }
}

function hubOver(deps: ApiDeps) {
  const time = manualDelay()
  return { hub: createLiveHub(deps, time.delay), time }
}

test('whoever comes is told where things stand, and then only what changes', async () => {
  const { marks, deps } = changing()
  const { hub, time } = hubOver(deps)
  const page = reader(hub.open(null))
  await settled()
  await time.pass(LOOK_MS)
  expect(page.heard).toHaveLength(1)
  expect(page.heard[0]).toMatchObject({ name: 'standing', change: { topics: [] } })
  expect(Date.parse(page.heard[0]?.change.dataUpTo ?? '')).toBe(NOW_HOUR * 3_600_000)

  marks.records += 1
  await time.pass(LOOK_MS)
  expect(page.heard.slice(1)).toMatchObject([{ name: 'changed', change: { topics: ['records'] } }])
})

test('a page’s first answer says where things stood as the first event does', async () => {
  const { marks, deps } = changing()
  const client = apiClient(deps)
  const { standing } = await client.read('readOrganization')
  const page = reader(hubOver(deps).hub.open(null))
  await settled()
  expect(page.heard[0]?.id).toBe(standing)

  marks.records += 1
  expect((await client.read('readOrganization')).standing).not.toBe(standing)
})

test('what somebody enters reaches the pages of the others', async () => {
  const { deps } = changing()
  const { hub, time } = hubOver(deps)
  const page = reader(hub.open(null))
  await settled()
  const rule = { kind: 'team-rule', key: 'shop', body: {}, seenVersion: 0 } as const
  await deps.entries.write(rule, { by: person('admin'), at: '2026-11-18T03:10:00Z' })
  await time.pass(LOOK_MS)
  expect(page.heard.slice(1)).toMatchObject([{ name: 'changed', change: { topics: ['records'] } }])
})

test('who comes back learns what was missed, from another server over the same store too', async () => {
  const { marks, deps } = changing()
  const first = reader(hubOver(deps).hub.open(null))
  await settled()
  const id = first.heard[0]?.id ?? ''
  marks.hours += 1
  marks.catalog += 1

  const other = reader(hubOver(deps).hub.open(id))
  await settled()
  expect(other.heard[0]?.change.topics).toEqual(['hours', 'catalog'])

  const stranger = reader(hubOver(deps).hub.open('of another program'))
  await settled()
  expect(stranger.heard[0]?.change.topics).toEqual(['hours', 'past', 'records', 'catalog'])
})

test('many pages share one look, and nobody looks for nobody', async () => {
  const { marks, deps, looks } = changing()
  const { hub, time } = hubOver(deps)
  const pages = Array.from({ length: 100 }, () => reader(hub.open(null)))
  await settled()
  const before = looks()
  expect(before).toBe(1)
  marks.past += 1
  await time.pass(LOOK_MS)
  expect(looks()).toBe(before + 1)
  expect(pages.every(({ heard }) => heard.at(-1)?.change.topics[0] === 'past')).toBe(true)

  await Promise.all(pages.map((page) => page.cancel()))
  expect(hub.figures().streams).toBe(0)
  expect(time.count()).toBe(0)
})

test('a store that does not answer for a while costs no stream', async () => {
  const { marks, deps } = changing()
  let isDown = false
  const moody = {
    ...deps,
    changes: async () => (isDown ? Promise.reject(new Error('down')) : { ...marks }),
  }
  const { hub, time } = hubOver(moody)
  const page = reader(hub.open(null))
  await settled()
  isDown = true
  await time.pass(LOOK_MS)
  isDown = false
  marks.hours += 1
  await time.pass(LOOK_MS)
  expect(page.heard.at(-1)?.change.topics).toEqual(['hours'])
})

describe('memory stays flat', () => {
  test('through 2,000 changes, and through 2,000 pages that come and go', async () => {
    const { marks, deps } = changing()
    const { hub, time } = hubOver(deps)
    const page = reader(hub.open(null))
    await settled()
    for (let change = 0; change < 2_000; change += 1) {
      marks.hours += 1
      await time.pass(LOOK_MS)
    }
    expect(page.heard).toHaveLength(2_001)
    expect(time.count()).toBe(2)

    for (let visit = 0; visit < 2_000; visit += 1) {
      const visitor = reader(hub.open(null))
      await visitor.cancel()
    }
    expect(hub.figures().streams).toBe(1)
    expect(time.count()).toBe(2)
  })

  test('for a page that never reads: it is let go, and may come again', async () => {
    const { marks, deps } = changing()
    const { hub, time } = hubOver(deps)
    hub.open(null)
    await settled()
    for (let change = 0; change < 100; change += 1) {
      marks.hours += 1
      await time.pass(LOOK_MS)
    }
    expect(hub.figures().streams).toBe(0)
  })
})

test('a stream ends after five minutes, so that the gate is asked again, and when the server stops', async () => {
  const { deps } = changing()
  const { hub, time } = hubOver(deps)
  const page = reader(hub.open(null))
  await settled()
  for (let beat = 0; beat < 20; beat += 1) await time.pass(BEAT_MS)
  await page.reading
  expect(page.state.isDone).toBe(true)

  const last = reader(hub.open(null))
  await settled()
  hub.close()
  await last.reading
  expect(last.state.isDone).toBe(true)
  expect(hub.open(null)).toBeNull()
  expect(time.count()).toBe(0)
})
