import { chromium, type Browser } from '@playwright/test'

import { gzipBytes } from '../scripts/build-contents.ts'
import { browserArgs, findBrowser } from '../scripts/find-browser.ts'
import { startFloor } from './floor-server.ts'
import { startServer, type RunningServer } from './server-process.ts'
import { compared, kilobytes, milliseconds, reacted, toTable, type Line } from './table.ts'
import { drawChart, reactOnList, visitList } from './visit.ts'

const RUNS = 15
const FLOOR = 'http://127.0.0.1:4270'
const LIST = '/indicators/slos-by-service'
const SLO = '/slo/payments/prod-eu/payment-gateway/availability/post-charge'
/** The sliding view has one point for every hour of the window. */
const YEAR = `${SLO}?window=previous-year&scale=day&sliding=show`
/** The year itself; what other parts of the page ask about the budget comes later and draws nothing. */
const YEAR_DATA = '?window=previous-year'
/** About 1,000, 10,000 and 100,000 series. */
const larger = [
  { port: 4272, services: '100' },
  { port: 4273, services: '1000' },
  { port: 4274, services: '10000' },
]
/** The floor loads every row; beyond this it would measure its own download. */
const FLOOR_ROWS = 1000

const executablePath = findBrowser()
const browser = await chromium.launch({ args: browserArgs, ...(executablePath && { executablePath }) })
const floor = await startFloor(Number(new URL(FLOOR).port))
try {
  // The first start builds the app; what is measured is every start after it.
  await withServer(4271, {}, async () => undefined)
  const lines = await withServer(4271, {}, (server) => measureDefault(browser, server))
  for (const { port, services } of larger) {
    lines.push(await withServer(port, { SERVICES: services }, ({ url }) => measureList(browser, url)))
  }
  console.log(toTable(lines))
} finally {
  await browser.close()
  floor.close()
}

async function measureDefault(browser: Browser, { url, startedInMs }: RunningServer): Promise<Line[]> {
  const rowCount = await countBudgets(url)
  const floorList = `${FLOOR}/?rows=${rowCount}`
  const [ours, least] = await alternately(
    () => visitList(browser, url + LIST),
    () => visitList(browser, floorList),
  )
  const [reaction, leastReaction] = await alternately(
    () => reactOnList(browser, url + LIST),
    () => reactOnList(browser, floorList),
  )
  const year = { before: url + SLO, year: url + YEAR, data: YEAR_DATA }
  const drawings = await times(() => drawChart(browser, year))
  return [
    [
      'JavaScript of the first page, gzip',
      kilobytes(gzipBytes(ours[0]?.scripts ?? [], 'dist')),
      kilobytes(gzipBytes(least[0]?.scripts ?? [], '.cache/floor-dist')),
      'at most 170 kB',
    ],
    ['requests of the first page', String(ours[0]?.requests), String(least[0]?.requests), ''],
    compared('first contentful paint', firstPaints(ours), firstPaints(least), 1.5),
    reacted('first key in the filter, to the next paint', keys(reaction), keys(leastReaction)),
    reacted('sort, to the next paint', sorts(reaction), sorts(leastReaction)),
    [
      'a year of one SLO, hourly: on the screen after its data',
      milliseconds(drawings.map(({ followedMs }) => followedMs)),
      '',
      'at most 150 ms',
    ],
    [
      'the same by a link that is opened: data come before the app has started',
      milliseconds(drawings.map(({ openedMs }) => openedMs)),
      '',
      '',
    ],
    ['server up, second start', milliseconds([startedInMs]), '', 'under 3,000 ms'],
    compared(listName(rowCount), completions(ours), completions(least), 2.5),
  ]
}

async function measureList(browser: Browser, url: string): Promise<Line> {
  const rowCount = await countBudgets(url)
  const [ours, least] = await alternately(
    () => visitList(browser, url + LIST),
    () => visitList(browser, `${FLOOR}/?rows=${FLOOR_ROWS}`),
  )
  return compared(listName(rowCount), completions(ours), completions(least), 2.5)
}

function listName(rowCount: number): string {
  return `list of ${rowCount.toLocaleString('en-GB')} SLOs complete`
}

type Visits = Awaited<ReturnType<typeof visitList>>[]
type Reactions = Awaited<ReturnType<typeof reactOnList>>[]

function firstPaints(visits: Visits) {
  return visits.map(({ firstPaintMs }) => firstPaintMs)
}

function completions(visits: Visits) {
  return visits.map(({ completeMs }) => completeMs)
}

function keys(reactions: Reactions) {
  return reactions.map(({ filterMs }) => filterMs)
}

function sorts(reactions: Reactions) {
  return reactions.map(({ sortMs }) => sortMs)
}

async function withServer<Value>(
  port: number,
  environment: Readonly<Record<string, string>>,
  measure: (server: RunningServer) => Promise<Value>,
): Promise<Value> {
  const server = await startServer(port, environment)
  try {
    return await measure(server)
  } finally {
    await server.stop()
  }
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
  least: () => Promise<Floor>,
): Promise<[Ours[], Floor[]]> {
  const pairs = await times(async () => [await ours(), await least()] as const)
  return [pairs.map(([one]) => one), pairs.map(([, other]) => other)]
}

/** The first run warms caches of disk and compiler up and is thrown away. */
async function times<Value>(run: () => Promise<Value>): Promise<Value[]> {
  const values: Value[] = []
  for (let index = 0; index <= RUNS; index += 1) values.push(await run())
  return values.slice(1)
}
