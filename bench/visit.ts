import type { Browser, Page } from '@playwright/test'

declare global {
  interface Window {
    benchSamples: number[]
    afterNextPaint(then: (at: number) => void): void
  }
}

export type Visit = Readonly<{
  firstPaintMs: number
  completeMs: number
  scripts: readonly string[]
  requests: number
}>

/** A list stands when rows are drawn and nothing says it is still at work. */
const rowSelector = 'tbody tr[data-row], tbody tr:has(th)'
const busySelector = '[aria-busy="true"]'
/** The plot of a chart, and all that is drawn in it. */
const drawingSelector = 'figure [role="slider"]'
/** A drawing that has not changed for so long is finished. */
const QUIET_MS = 1000

/** A first visit: nothing cached. */
export async function visitList(browser: Browser, url: string): Promise<Visit> {
  const { page, close } = await openPage(browser)
  const traffic = watchTraffic(page)
  await page.goto(url)
  const completeMs = await listComplete(page)
  // A small page may be complete before the browser has reported that it painted it.
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0)
  const firstPaintMs = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
  )
  await close()
  return { firstPaintMs, completeMs, ...traffic() }
}

export type Reactions = Readonly<{ filterMs: number; sortMs: number }>

/** From a key or a click to the frame that answers it, on a list that stands. */
export async function reactOnList(browser: Browser, url: string): Promise<Reactions> {
  const { page, close } = await openPage(browser)
  await page.goto(url)
  await listComplete(page)
  await page.evaluate(() => {
    window.benchSamples = []
    const sample = (event: Event) =>
      window.afterNextPaint((at) => window.benchSamples.push(at - event.timeStamp))
    addEventListener('keydown', sample, { capture: true })
    addEventListener('click', sample, { capture: true })
  })
  const sort = page.locator('thead button').last()
  await sort.evaluate((button: HTMLButtonElement) => button.focus())
  const sortMs = await sampled(page, () => sort.click())
  await listComplete(page)
  await page.locator('input[type="search"]').first().focus()
  const filterMs = await sampled(page, () => page.keyboard.press('s'))
  await close()
  return { filterMs, sortMs }
}

export type Drawings = Readonly<{
  /** A link that is opened: the page has asked for its data before the app that draws them has come. */
  openedMs: number
  /** A link that is followed in the running app. */
  followedMs: number
}>

type Year = Readonly<{ before: string; year: string; data: string }>

/**
 * From the last byte of a chart's data to the frame that shows the last change of its drawing: curve, bands, lanes, marks
 * and axes. Not what stands in the figure beside it: React writes name and type of radio buttons anew whenever their page
 * is drawn.
 */
export async function drawChart(browser: Browser, { before, year, data }: Year): Promise<Drawings> {
  const opened = await openPage(browser)
  await watchDrawings(opened.page)
  await opened.page.goto(year)
  const openedMs = await drawnAfter(opened.page, data)
  await opened.close()

  const followed = await openPage(browser)
  await watchDrawings(followed.page)
  await followed.page.goto(before)
  await drawingRests(followed.page, 0)
  await followed.page.evaluate((to) => {
    window.benchSamples = []
    history.pushState(null, '', to)
  }, year)
  const followedMs = await drawnAfter(followed.page, data)
  await followed.close()
  return { openedMs, followedMs }
}

async function watchDrawings(page: Page) {
  await page.addInitScript((drawing) => {
    window.benchSamples = []
    const isIn = (node: Node) => node instanceof Element && node.closest(drawing) !== null
    const holds = (node: Node) =>
      isIn(node) || (node instanceof Element && node.querySelector(drawing) !== null)
    const changes = new MutationObserver((records) => {
      const isDrawing = records.some(({ target, addedNodes }) => isIn(target) || [...addedNodes].some(holds))
      if (isDrawing) window.afterNextPaint((at) => window.benchSamples.push(at))
    })
    changes.observe(document, { childList: true, subtree: true, attributes: true })
  }, drawingSelector)
}

/** Drawn since then, and no more. When that was. */
async function drawingRests(page: Page, sinceMs: number): Promise<number> {
  // The page listens for live events for good: its network never falls idle, its drawing does.
  const handle = await page.waitForFunction(
    ([since, quietMs]) => {
      const last = Math.max(since, ...window.benchSamples)
      return last > since && performance.now() - last > quietMs && last
    },
    [sinceMs, QUIET_MS] as const,
  )
  return Number(await handle.jsonValue())
}

async function drawnAfter(page: Page, data: string): Promise<number> {
  const handle = await page.waitForFunction((path) => {
    const answers = performance
      .getEntriesByType('resource')
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .filter(({ name }) => name.includes(path))
    return answers.length > 0 && Math.max(...answers.map(({ responseEnd }) => responseEnd))
  }, data)
  const arrivedMs = Number(await handle.jsonValue())
  return (await drawingRests(page, arrivedMs)) - arrivedMs
}

async function openPage(browser: Browser) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await context.addInitScript(() => {
    window.afterNextPaint = (then) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.addEventListener('message', () => then(performance.now()))
        port1.start()
        port2.postMessage(null)
      })
  })
  return { page: await context.newPage(), close: () => context.close() }
}

function listComplete(page: Page): Promise<number> {
  return page
    .waitForFunction(
      ([rows, busy]) => {
        const isComplete = document.querySelector(rows) !== null && document.querySelector(busy) === null
        return isComplete && performance.now()
      },
      [rowSelector, busySelector] as const,
      { polling: 'raf' },
    )
    .then(async (handle) => Number(await handle.jsonValue()))
}

async function sampled(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    window.benchSamples = []
  })
  await act()
  const handle = await page.waitForFunction(() => window.benchSamples[0])
  return Number(await handle.jsonValue())
}

function watchTraffic(page: Page) {
  const addresses: URL[] = []
  page.on('request', (request) => addresses.push(new URL(request.url())))
  return () => ({
    requests: addresses.length,
    scripts: addresses
      .filter(({ pathname }) => pathname.endsWith('.js'))
      .map(({ pathname }) => pathname.slice(1)),
  })
}
