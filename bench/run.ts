import { chromium, type Browser } from '@playwright/test'

import { gzipBytes } from '../scripts/build-contents.ts'
import { browserArgs, findBrowser } from '../scripts/find-browser.ts'
import { startFloor } from './floor-server.ts'
import { startServer } from './server-process.ts'
import { drawChart, reactOnList, visitList } from './visit.ts'

const RUNS = 9
const FLOOR_PORT = 4270
const LIST = '/indicators/slos-by-service'
/** The sliding view has one point for every hour of the window. */
const YEAR =
  '/slo/payments/prod-eu/payment-gateway/availability/post-charge?window=previous-year&scale=day&sliding=show'
const YEAR_DATA = '/api/budgets/'
const scales = [
  { port: 4272, services: '1000' },
  { port: 4273, services: '10000' },
]

type Line = readonly [what: string, ours: string, floor: string, budget: string]

const executablePath = findBrowser()
const browser = await chromium.launch({ args: browserArgs, ...(executablePath && { executablePath }) })
const floor = await startFloor(FLOOR_PORT)
const lines = await measure(browser)
await browser.close()
floor.close()

console.log('\n| what | ours | floor | budget |\n| --- | --- | --- | --- |')
for (const line of lines) console.log(`| ${line.join(' | ')} |`)

async function measure(browser: Browser): Promise<Line[]> {
  // The first start builds the app; what is measured is every start after it.
  await startServer(4271).then((first) => first.stop())
  const server = await startServer(4271)
  const address = server.url + LIST
  const rowCount = await countBudgets(server.url)
  const floorAddress = `http://127.0.0.1:${FLOOR_PORT}/?rows=${rowCount}`

  const [ours, least] = await alternately(
    () => visitList(browser, address),
    () => visitList(browser, floorAddress),
  )
  const [reaction, leastReaction] = await alternately(
    () => reactOnList(browser, address),
    () => reactOnList(browser, floorAddress),
  )
  const year = await times(() => drawChart(browser, server.url + YEAR, YEAR_DATA))
  await server.stop()

  const script = ours[0] ? gzipBytes(ours[0].scripts, 'dist') : Number.NaN
  const leastScript = least[0] ? gzipBytes(least[0].scripts, '.cache/floor-dist') : Number.NaN
  return [
    ['JavaScript of the first page, gzip', kB(script), kB(leastScript), 'at most 170 kB'],
    compared(
      'first contentful paint',
      ours.map((v) => v.firstPaintMs),
      least.map((v) => v.firstPaintMs),
      1.5,
    ),
    compared(
      `list of ${rowCount} SLOs complete`,
      ours.map((v) => v.completeMs),
      least.map((v) => v.completeMs),
      2.5,
    ),
    ...(await largerLists(browser)),
    ['requests of that page', String(ours[0]?.requests), String(least[0]?.requests), ''],
    reacted(
      'first key in the filter, to the next paint',
      reaction.map((r) => r.filterMs),
      leastReaction.map((r) => r.filterMs),
    ),
    reacted(
      'sort, to the next paint',
      reaction.map((r) => r.sortMs),
      leastReaction.map((r) => r.sortMs),
    ),
    ['a year of one SLO, hourly: drawn after its data', ms(median(year)), '', 'at most 150 ms'],
    ['server up, second start', ms(server.startedInMs), '', 'under 3 s'],
  ]
}

async function largerLists(browser: Browser): Promise<Line[]> {
  const larger: Line[] = []
  for (const { port, services } of scales) {
    const server = await startServer(port, { SERVICES: services })
    const rowCount = await countBudgets(server.url)
    const [ours, least] = await alternately(
      () => visitList(browser, server.url + LIST),
      () => visitList(browser, `http://127.0.0.1:${FLOOR_PORT}/?rows=${rowCount}`),
    )
    await server.stop()
    const what = `list of ${rowCount} SLOs complete (SERVICES=${services})`
    larger.push(
      compared(
        what,
        ours.map((v) => v.completeMs),
        least.map((v) => v.completeMs),
        2.5,
      ),
    )
  }
  return larger
}

async function countBudgets(url: string): Promise<number> {
  const page: { totalCount: number } = await fetch(`${url}/api/budgets?limit=1`).then((response) =>
    response.json(),
  )
  return page.totalCount
}

/** By turns, so that whatever else the machine does falls on both. */
async function alternately<Ours, Floor>(
  ours: () => Promise<Ours>,
  floor: () => Promise<Floor>,
): Promise<[Ours[], Floor[]]> {
  const pairs = await times(async () => [await ours(), await floor()] as const)
  return [pairs.map(([one]) => one), pairs.map(([, other]) => other)]
}

/** The first run warms caches of disk and compiler up and is thrown away. */
async function times<Value>(run: () => Promise<Value>): Promise<Value[]> {
  const values: Value[] = []
  for (let index = 0; index <= RUNS; index += 1) values.push(await run())
  return values.slice(1)
}

function compared(what: string, ours: readonly number[], floor: readonly number[], factor: number): Line {
  const ratio = (median(ours) / median(floor)).toFixed(1)
  return [what, `${ms(median(ours))} (${ratio} x)`, ms(median(floor)), `at most ${factor} x floor`]
}

function reacted(what: string, ours: readonly number[], floor: readonly number[]): Line {
  return [what, ms(median(ours)), ms(median(floor)), 'at most 50 ms']
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

const ms = (value: number) => `${Math.round(value)} ms`
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
