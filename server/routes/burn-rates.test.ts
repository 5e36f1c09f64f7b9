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

const inList = (shown: readonly Shown[]) => shown.map((one) => [nameOf(one), one.row.burning])
const inDetail = (shown: readonly Shown[]) => shown.map((one) => [nameOf(one), one.history.burning])
const burningNow = (shown: readonly Shown[]) => shown.filter(({ row }) => row.burning !== null)
const readLater = (shown: readonly Shown[]) =>
  shown.filter(({ history }) => history.readings.some(({ upTo }) => upTo > history.dataUpTo))

/** The highest of the rules that hold, as it can be read off the detail. */
function highestReading({ history: { readings } }: Shown): number | null {
  const rates = readings.flatMap(({ holds, rate }) => (holds && rate !== null ? [rate] : []))
  return rates.length === 0 ? null : Math.max(...rates)
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
  expect(burningNow(shown)).toHaveLength(2)
  expect(readLater(shown)).toEqual([])
  expect(inDetail(shown)).toEqual(inList(shown))
  expect(shown.map(highestReading)).toEqual(shown.map(({ row }) => row.burning?.rate ?? null))
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
  expect(burningNow(shown)).toHaveLength(2)
  expect(inDetail(shown)).toEqual(inList(shown))
})

test('in the simulated organization too', async () => {
  const shown = await rowsAndDetails(harbourline.read)
  expect(burningNow(shown)).not.toEqual([])
  expect(readLater(shown)).not.toEqual([])
  expect(inDetail(shown)).toEqual(inList(shown))
})
