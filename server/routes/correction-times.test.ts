import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

import { isoFromHour, type Hour } from '../../src/domain/hours.ts'
import type { RecordedCorrection } from '../correction-ports.ts'
import { timesOf } from '../corrections/times.ts'
import type { ApiDeps } from '../ports.ts'
import { apiClient, sending } from '../testing/api-client.ts'
import { writableHosts } from '../testing/writable-hosts.ts'
import { DATA_FROM, hourlyRows, NOW_HOUR, PERIOD_START } from '../testing/tiny-organization.ts'

vi.setConfig({ testTimeout: 60_000 })

const slo = 'cart.availability.get-cart'
const at = (hour: number) => isoFromHour(PERIOD_START + hour)
const rows = hourlyRows(DATA_FROM, NOW_HOUR, (hour) => (hour === PERIOD_START + 100 ? 8 : 0))
const series = { [`${slo}@north`]: { rows } }
const weekly = {
  deployment: 'north',
  category: 'agreed-maintenance',
  reason: 'Agreed with the shops',
  start: at(100 - 168),
  end: at(101 - 168),
  rule: 'FREQ=WEEKLY;COUNT=4',
}

describe.each(writableHosts)('one time of a correction in $host', ({ open }) => {
  let deps: ApiDeps
  let stop: () => Promise<void>
  beforeAll(async () => {
    const opened = await open({ series })
    deps = opened.deps
    stop = opened.stop
  }, 120_000)
  afterAll(() => stop())

  async function budgetOf() {
    const { items } = await apiClient(deps).read('listBudgets', { limit: 500 })
    return items.find(({ sloId, deployment }) => sloId === slo && deployment === 'north')?.budget
  }

  test('is taken back alone, with its effect seen before', async () => {
    const { write, read, problem } = apiClient(deps)
    const { id } = await write('createCorrection', { params: { slo }, body: weekly })
    const params = { slo, correction: id }
    expect((await budgetOf())?.remaining).toBe(1)
    const one = { part: 'one', start: at(100) } as const
    const preview = await write('previewWithdrawal', { params, body: one })
    expect(preview.timeCount).toBe(1)
    const [effect, ...others] = preview.effects
    expect(others).toEqual([])
    expect(effect).toMatchObject({ period: { name: 'P12' }, before: { remaining: 1 } })
    expect(effect?.after.remaining).toBeLessThan(0.9)
    expect((await budgetOf())?.remaining, 'asking changes nothing').toBe(1)

    const part = await write('withdrawCorrection', { params, body: { ...one, reason: 'It was put off' } })
    expect(part).toMatchObject({ status: 'partly-withdrawn', timeCount: 4, withdrawnCount: 1 })
    expect((await budgetOf())?.remaining).toBe(effect?.after.remaining)
    const { items } = await read('listCorrectionTimes', {}, params)
    expect(items.map(({ start, withdrawnReason }) => [start, withdrawnReason])).toEqual([
      [at(100 - 168), null],
      [at(100), 'It was put off'],
      [at(100 + 168), null],
      [at(100 + 2 * 168), null],
    ])
    const audit = await read('listAudit', { search: id })
    expect(audit.items[0]?.after).toMatchObject({ part: `the time that begins at ${at(100)}`, times: 1 })

    const again = await problem(
      `/api/slos/${slo}/corrections/${id}/withdrawal`,
      sending('withdrawCorrection', { ...one, reason: 'Once more' }),
    )
    expect(again).toMatchObject({ status: 400, field: 'start', value: at(100) })
    expect(again.allowed).toEqual([at(100 + 168), at(100 + 2 * 168), at(100 - 168)])
    await write('withdrawCorrection', { params, body: { reason: 'All that is left' } })
    expect((await read('listCorrectionTimes', {}, params)).items.map((time) => time.withdrawnReason)).toEqual(
      ['All that is left', 'It was put off', 'All that is left', 'All that is left'],
    )
  })
})

describe('times', () => {
  const excluded = (fromHour: Hour, toHour: Hour): RecordedCorrection => ({
    kind: 'exclusion',
    fromHour: PERIOD_START + fromHour,
    toHour: PERIOD_START + toHour,
    id: `c.${fromHour}`,
    decision: 'c',
    category: 'agreed-maintenance',
    dependency: null,
    rule: 'FREQ=WEEKLY;COUNT=3',
    timeZone: 'UTC',
    author: 'A admin',
    reason: 'Agreed',
    at: at(0),
    withdrawnAt: null,
    withdrawnBy: null,
    withdrawnReason: null,
  })
  const spans = (...parts: readonly (readonly [Hour, Hour])[]) =>
    timesOf(
      parts.map(([fromHour, toHour]) => excluded(fromHour, toHour)),
      { kind: 'four-weeks' },
    ).map(({ fromHour, toHour }) => [fromHour - PERIOD_START, toHour - PERIOD_START])

  test('that the end of a period cuts are one', () => {
    expect(spans([-2, 0], [0, 2], [166, 170])).toEqual([
      [-2, 2],
      [166, 170],
    ])
  })

  test('that follow one another without a gap stay apart', () => {
    expect(spans([-24, 0], [0, 24], [24, 48])).toEqual([
      [-24, 0],
      [0, 24],
      [24, 48],
    ])
  })
})
