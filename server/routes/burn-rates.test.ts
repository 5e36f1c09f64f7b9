import { expect, test } from 'vitest'

import type { BudgetHistory } from '../../src/contract/budget-history.ts'
import type { OnCallEntry } from '../../src/contract/on-call.ts'
import type { ApiDeps } from '../ports.ts'
import { apiClient } from '../testing/api-client.ts'
import { harbourline } from '../testing/harbourline.ts'
import { DATA_FROM, hourlyRows, NOW_HOUR, tinyOrganization } from '../testing/tiny-organization.ts'

type Read = typeof harbourline.read
type Shown = Readonly<{ row: OnCallEntry; history: BudgetHistory }>

const MOST_ROWS = 500
const AT_ONCE = 8

/** Every row of the list of those on call, each with what is shown beside it. */
async function rowsAndDetails(read: Read): Promise<readonly Shown[]> {
  const list = await read('listOnCall', { limit: MOST_ROWS })
  expect(list.nextCursor).toBeNull()
  const shown: Shown[] = []
  for (let from = 0; from < list.items.length; from += AT_ONCE)
    shown.push(
      ...(await Promise.all(
        list.items.slice(from, from + AT_ONCE).map(async (row) => {
          const params = { slo: row.sloId, deployment: row.deployment }
          return { row, history: await read('readBudgetHistory', {}, params) }
        }),
      )),
    )
  expect(new Set(shown.map(({ history }) => history.dataUpTo))).toEqual(new Set([list.dataUpTo]))
  return shown
}

const nameOf = ({ row: { sloId, deployment } }: Shown) => `${sloId}@${deployment}`

function expectSameBurning(shown: readonly Shown[]) {
  expect(shown.some(({ row }) => row.burning !== null)).toBe(true)
  for (const one of shown) expect(one.history.burning, nameOf(one)).toEqual(one.row.burning)
}

/** By whole hours there is one window, and the figures that are read off it are one. */
function expectReadingsToAgree(shown: readonly Shown[]) {
  for (const one of shown) {
    const { readings, dataUpTo } = one.history
    expect(new Set(readings.map(({ upTo }) => upTo)), nameOf(one)).toEqual(new Set([dataUpTo]))
    const rates = readings.flatMap(({ holds, rate }) => (holds && rate !== null ? [rate] : []))
    expect(one.row.burning?.rate ?? null, nameOf(one)).toBe(rates.length === 0 ? null : Math.max(...rates))
  }
}

const burning = (from: number, share: number) => ({
  rows: hourlyRows(DATA_FROM, NOW_HOUR, (hour) => (hour >= from ? share * 100 : 0), 100),
})

const tiny = () =>
  tinyOrganization({
    series: {
      'cart.availability.get-cart@north': burning(NOW_HOUR - 5, 0.5),
      'search.latency.find@north': burning(NOW_HOUR - 30, 0.25),
    },
  })

test('the list and what is shown beside it say the same of every budget by whole hours', async () => {
  const shown = await rowsAndDetails(apiClient(tiny()).read)
  expectSameBurning(shown)
  expectReadingsToAgree(shown)
})

test('where finer counts reach further, what the list says stands beside them', async () => {
  const deps = tiny()
  const readFine: ApiDeps['buckets']['readFine'] = async () => ({
    minute: [NOW_HOUR * 60, NOW_HOUR * 60 + 5],
    width: [5, 5],
    good: [40, 40],
    total: [50, 50],
  })
  const shown = await rowsAndDetails(apiClient({ ...deps, buckets: { ...deps.buckets, readFine } }).read)
  expectSameBurning(shown)
})

test('in the simulated organization too', async () => {
  const shown = await rowsAndDetails(harbourline.read)
  expectSameBurning(shown)
  expect(shown.some(({ history }) => history.readings.some(({ upTo }) => upTo > history.dataUpTo))).toBe(true)
})
