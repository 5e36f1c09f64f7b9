import { expect, test } from 'vitest'

import { isoFromHour } from '../../src/domain/hours.ts'
import { apiClient } from '../testing/api-client.ts'
import { recordedOnce } from '../testing/recorded-correction.ts'
import {
  DATA_FROM,
  NOW_HOUR,
  PERIOD_START,
  hourlyRows,
  tinyOrganization,
} from '../testing/tiny-organization.ts'

/** Data end at the hour that is looked from either way; what was said of them since tells the two apart. */
const frozen = { at: isoFromHour(NOW_HOUR) }
const live = {}

test.each([
  { first: live, second: frozen },
  { first: frozen, second: live },
])(
  'a frozen table of the running hour and a live one are two: $first, then $second',
  async ({ first, second }) => {
    const badHour = PERIOD_START + 100
    const excluded = { kind: 'exclusion', fromHour: badHour, toHour: badHour + 1 } as const
    const corrections = [{ ...recordedOnce, ...excluded, id: 'c1', at: isoFromHour(NOW_HOUR + 2) }]
    const rows = hourlyRows(DATA_FROM, NOW_HOUR, (hour) => (hour === badHour ? 8 : 0))
    const series = { 'cart.availability.get-cart@north': { rows, corrections } }
    const { read } = apiClient(tinyOrganization({ series }))
    const badIn = async (query: Readonly<Record<string, string>>) => {
      const { items } = await read('listBudgets', {
        service: 'cart',
        sli: 'availability',
        deployment: 'north',
        ...query,
      })
      return items.map(({ budget }) => budget.bad)
    }
    const expected = new Map<object, readonly number[]>([
      [live, [0]],
      [frozen, [8]],
    ])
    expect(await badIn(first)).toEqual(expected.get(first))
    expect(await badIn(second)).toEqual(expected.get(second))
  },
)
