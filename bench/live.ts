import { fork } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test'

import { browserArgs, findBrowser } from '../scripts/find-browser.ts'
import type { Order, Told } from './live-server.ts'

/** An hour at ten a second. */
const EVENTS = 36_000
const POINTS = 10
/** A second’s worth: the next goes out when every page has heard this one. */
const BATCH = 10
/** Every 15 seconds of the hour told, and the server ends a stream after five minutes of them. */
const BEAT_EVERY = 150
const PAGES = ['/on-call', '/wallboard']
const POLL_MS = 10

declare global {
  interface Window {
    /** Events that were read, by name. */
    heard: { changed: number; standing: number }
  }
}

type Heard = Readonly<{ page: Page; cdp: CDPSession }>
type PageSize = Readonly<{ heapBytes: number; nodes: number; listeners: number; documents: number }>
type Point = Told & Readonly<{ pages: readonly PageSize[]; heard: readonly number[] }>

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4276' },
    /** The longest the hour is told for: how often pages draw anew in it depends on it. */
    seconds: { type: 'string', default: '600' },
    events: { type: 'string', default: String(EVENTS) },
  },
})
const events = Number(values.events)
const batchMs = (Number(values.seconds) * 1000 * BATCH) / events
const url = `http://127.0.0.1:${values.port}`
const server = fork(resolve(import.meta.dirname, 'live-server.ts'), {
  execArgv: ['--expose-gc'],
  env: { ...process.env, PORT: values.port },
})
await once(server, 'message')
let pushed = 0
let streamsEnded = 0
const executablePath = findBrowser()
const browser = await chromium.launch({ args: browserArgs, ...(executablePath && { executablePath }) })
try {
  const pages = await Promise.all(PAGES.map((address) => open(browser, address)))
  await untilHeard(pages, ({ standing }) => standing > 0)
  const startedAt = performance.now()
  const points: Point[] = []
  for (let point = 0; point <= POINTS; point += 1) {
    await pushUpTo(pages, Math.round((events / POINTS) * point))
    points.push(await measure(pages))
    console.log(words(points.at(-1)))
  }
  for (const line of slopes(points)) console.log(line)
  console.log(`${Math.round((performance.now() - startedAt) / 1000)} s`)
} finally {
  await browser.close()
  server.kill()
}

/** In a context of its own: tabs of one browser share a stream. What the page hears is counted where it is read. */
async function open(from: Browser, address: string): Promise<Heard> {
  const context = await from.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  page.on('pageerror', (error) => console.error(address, error.message))
  await page.addInitScript(() => {
    const { prototype } = ReadableStreamDefaultReader
    const read: unknown = Reflect.get(prototype, 'read')
    const heard = { changed: 0, standing: 0 }
    let rest = ''
    window.heard = heard
    if (typeof read !== 'function') return
    Reflect.set(prototype, 'read', async function reading(this: ReadableStreamDefaultReader<unknown>) {
      const found: ReadableStreamReadResult<unknown> = await Reflect.apply(read, this, [])
      if (typeof found.value !== 'string') return found
      const lines = (rest + found.value).split('\n')
      rest = lines.pop() ?? ''
      heard.changed += lines.filter((line) => line === 'event: changed').length
      heard.standing += lines.filter((line) => line === 'event: standing').length
      return found
    })
  })
  await page.goto(url + address)
  const cdp = await context.newCDPSession(page)
  await cdp.send('HeapProfiler.enable')
  return { page, cdp }
}

async function pushUpTo(pages: readonly Heard[], target: number): Promise<void> {
  while (pushed < target) {
    const due = performance.now() + batchMs
    const size = Math.min(BATCH, target - pushed)
    await ordered({ kind: 'push', events: size })
    pushed += size
    await untilHeard(pages, ({ changed }) => changed >= pushed)
    if (pushed % BEAT_EVERY === 0) await beat(pages)
    await new Promise((resume) => setTimeout(resume, Math.max(0, due - performance.now())))
  }
}

/** A stream that has had its beats ends, and each page opens another before anything more is told. */
async function beat(pages: readonly Heard[]): Promise<void> {
  const { streams } = await ordered({ kind: 'beat' })
  if (streams === pages.length) return
  streamsEnded += 1
  await untilHeard(pages, ({ standing }) => standing > streamsEnded)
}

async function untilHeard(
  pages: readonly Heard[],
  isEnough: (heard: Window['heard']) => boolean,
): Promise<void> {
  await Promise.all(
    pages.map(async ({ page }) => {
      while (!isEnough(await page.evaluate(() => window.heard)))
        await new Promise((resume) => setTimeout(resume, POLL_MS))
    }),
  )
}

async function measure(pages: readonly Heard[]): Promise<Point> {
  const told = await ordered({ kind: 'figures' })
  const heard = await Promise.all(pages.map(({ page }) => page.evaluate(() => window.heard.changed)))
  const sizes: PageSize[] = []
  for (const { cdp } of pages) {
    // What only a weak reference or a finalizer held is gone after the second.
    await cdp.send('HeapProfiler.collectGarbage')
    await cdp.send('HeapProfiler.collectGarbage')
    const { usedSize } = await cdp.send('Runtime.getHeapUsage')
    const { nodes, jsEventListeners, documents } = await cdp.send('Memory.getDOMCounters')
    sizes.push({ heapBytes: usedSize, nodes, listeners: jsEventListeners, documents })
  }
  return { ...told, pages: sizes, heard }
}

async function ordered(order: Order): Promise<Told> {
  const told = once(server, 'message')
  server.send(order)
  return ((await told) as [Told])[0]
}

function words(point: Point | undefined): string {
  if (point === undefined) return ''
  const sizes = point.pages.map(
    ({ heapBytes, nodes, listeners }, at) =>
      `${PAGES[at]}: heard ${point.heard[at]}, heap ${megabytes(heapBytes)}, ${nodes} nodes, ${listeners} listeners`,
  )
  const ours = `server: rss ${megabytes(point.rssBytes)}, heap ${megabytes(point.heapBytes)}, ${point.requests} requests, ${point.opened} streams opened`
  return [`${pushed} events`, ...sizes, ours].join('\n  ')
}

/** From the second point on: until then pages and server fill what they keep. */
function slopes(points: readonly Point[]): readonly string[] {
  const settled = points.slice(2)
  const step = events / POINTS / 1000
  const perThousand = (of: (point: Point) => number) => leastSquares(settled.map(of)) / step
  const pageLines = PAGES.flatMap((address, at) => [
    `${address}: ${kilobytes(perThousand(({ pages }) => pages[at]?.heapBytes ?? 0))} of heap per 1,000 events`,
    `${address}: ${perThousand(({ pages }) => pages[at]?.nodes ?? 0).toFixed(1)} nodes, ${perThousand(({ pages }) => pages[at]?.listeners ?? 0).toFixed(1)} listeners per 1,000 events`,
  ])
  return [
    ...pageLines,
    `server: ${kilobytes(perThousand(({ rssBytes }) => rssBytes))} of rss, ${kilobytes(perThousand(({ heapBytes }) => heapBytes))} of heap per 1,000 events`,
  ]
}

function leastSquares(values: readonly number[]): number {
  const middle = (values.length - 1) / 2
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const above = values.reduce((sum, value, at) => sum + (at - middle) * (value - mean), 0)
  return above / values.reduce((sum, _, at) => sum + (at - middle) ** 2, 0)
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(2)} MB`
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1e3).toFixed(1)} kB`
}
