import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

import { isoFromHour } from '../../src/domain/hours.ts'
import type { ApiDeps } from '../ports.ts'
import { apiClient, sending } from '../testing/api-client.ts'
import { person } from '../testing/callers.ts'
import { writableHosts } from '../testing/writable-hosts.ts'
import {
  hourlyRows,
  NOW_HOUR,
  PERIOD_START,
  DATA_FROM,
  tinyOrganization,
} from '../testing/tiny-organization.ts'

vi.setConfig({ testTimeout: 60_000 })

const slo = 'cart.availability.get-cart'
const at = (hour: number) => isoFromHour(PERIOD_START + hour)
const maintenance = {
  deployment: 'north',
  category: 'agreed-maintenance',
  reason: 'Agreed with the shops',
  start: at(100),
  end: at(101),
}
const topUp = {
  deployment: 'north',
  category: 'third-party',
  reason: 'Their outage, not ours',
  dependency: 'The card network',
  start: at(101),
  share: 0.05,
}
const rows = hourlyRows(DATA_FROM, NOW_HOUR, (hour) =>
  hour === PERIOD_START + 100 || hour === PERIOD_START - 5 ? 8 : 0,
)
const series = { [`${slo}@north`]: { rows } }

describe.each(writableHosts)('corrections in $host', ({ open }) => {
  let deps: ApiDeps
  let stop: () => Promise<void>
  beforeAll(async () => {
    const opened = await open({ series })
    deps = opened.deps
    stop = opened.stop
  }, 120_000)
  afterAll(() => stop())

  const client = () => apiClient(deps)
  async function budgetOf(period = 'current') {
    const { items } = await client().read('listBudgets', { period, limit: 500 })
    return items.find(({ sloId, deployment }) => sloId === slo && deployment === 'north')?.budget
  }

  test('show what they would do, are done so, are listed, and are taken back for good', async () => {
    const { read, write } = client()
    const before = await budgetOf()
    const preview = await write('previewCorrection', { params: { slo }, body: maintenance })
    const [effect] = preview.effects
    expect(effect?.before.remaining).toBe(before?.remaining)
    expect(effect?.after.remaining).toBe(1)
    expect((await budgetOf())?.remaining, 'asking changes nothing').toBe(before?.remaining)

    const recorded = await write('createCorrection', { params: { slo }, body: maintenance })
    expect(recorded).toMatchObject({
      author: 'A admin',
      status: 'in-force',
      periods: ['P12'],
      withdrawnAt: null,
    })
    const after = await budgetOf()
    expect(after).toMatchObject({ isCorrected: true, remaining: 1 })
    expect(after?.rawRemaining, 'the raw figure is kept').toBe(before?.remaining)
    const history = await read('readBudgetHistory', {}, { slo, deployment: 'north' })
    expect(history.corrections).toMatchObject([{ decision: recorded.id, reason: maintenance.reason }])
    expect(history.periods.at(-1)?.budget.remaining).toBe(1)

    const withdrawn = await write('withdrawCorrection', {
      params: { slo, correction: recorded.id },
      body: { reason: 'It was our deploy' },
    })
    expect(withdrawn).toMatchObject({
      status: 'withdrawn',
      withdrawnBy: 'A admin',
      withdrawnReason: 'It was our deploy',
      withdrawnAt: '2026-11-18T03:10:00Z',
    })
    expect((await budgetOf())?.remaining).toBe(before?.remaining)
    const again = await write('withdrawCorrection', {
      params: { slo, correction: recorded.id },
      body: { reason: 'Once more' },
    })
    expect(again.withdrawnReason, 'the first withdrawal stands').toBe('It was our deploy')

    const audit = await read('listAudit', { search: recorded.id })
    expect(audit.items.map(({ action }) => action)).toEqual(['withdraw-correction', 'record-correction'])
    expect(audit.items[0]?.after).toMatchObject({ reason: 'It was our deploy' })
  })

  test('of a closed period restate it', async () => {
    const { write } = client()
    const start = isoFromHour(PERIOD_START - 5)
    const body = { ...maintenance, start, end: isoFromHour(PERIOD_START - 4) }
    expect((await budgetOf('2026-P11'))?.restatedAt).toBeUndefined()
    const preview = await write('previewCorrection', { params: { slo }, body })
    expect(preview.effects.map(({ period }) => [period.name, period.isOpen])).toEqual([['P11', false]])
    const { id } = await write('createCorrection', { params: { slo }, body })
    expect(await budgetOf('2026-P11')).toMatchObject({ remaining: 1, restatedAt: '2026-11-18T03:10:00Z' })
    await write('withdrawCorrection', { params: { slo, correction: id }, body: { reason: 'Wrong hour' } })
    expect((await budgetOf('2026-P11'))?.restatedAt, 'it was restated twice').toBe('2026-11-18T03:10:00Z')
  })

  test('are in a frozen view from the hour they were recorded in, and are not withdrawn there before they were', async () => {
    const { read, write } = client()
    const whole = { from: '2026-10-05T00:00:00Z', to: '2026-11-02T00:00:00Z', slo, deployment: 'north' }
    const seenAt = async (frozenAt: string) => {
      const { items } = await read('listBudgets', { period: '2026-P11', at: frozenAt, limit: 500 })
      const own = items.find(({ sloId, deployment }) => sloId === slo && deployment === 'north')
      const curves = await read('listBudgetCurves', { ...whole, at: frozenAt })
      const depletion = await read('listDepletion', { ...whole, at: frozenAt })
      return {
        left: own?.budget.remaining,
        isCorrected: own?.budget.isCorrected,
        row: depletion.items[0],
        marks: curves.items[0]?.marks.corrections,
        daily: curves.items[0]?.curves[0]?.daily?.at(-1),
      }
    }
    const [dayBefore, hourOf] = ['2026-11-17T03:00:00Z', '2026-11-18T03:00:00Z']
    const then = await seenAt(dayBefore)
    expect(then).toMatchObject({ isCorrected: false, marks: [] })
    const body = { ...maintenance, start: at(-5), end: at(-4) }
    const { id } = await write('createCorrection', { params: { slo }, body })
    expect(await seenAt(dayBefore)).toEqual(then)
    expect(await seenAt(hourOf)).toMatchObject({
      left: 1,
      isCorrected: true,
      daily: 1,
      marks: [{ kind: 'exclusion' }],
    })

    const later = apiClient({ ...deps, now: () => deps.now() + 2 * 3_600_000 })
    await later.write('withdrawCorrection', {
      params: { slo, correction: id },
      body: { reason: 'Wrong hour' },
    })
    expect(await seenAt(hourOf)).toMatchObject({ left: 1, isCorrected: true })
    expect((await budgetOf('2026-P11'))?.remaining).toBe(then.left)
  })

  test('give back no more than was lost', async () => {
    const { write } = client()
    const preview = await write('previewCorrection', { params: { slo }, body: { ...topUp, share: 1 } })
    expect(preview.effects[0]?.after.remaining).toBe(1)
    const little = await write('previewCorrection', { params: { slo }, body: topUp })
    const [effect] = little.effects
    expect((effect?.after.remaining ?? 0) - (effect?.before.remaining ?? 0)).toBeCloseTo(0.05)
  })

  test('by a rule stand for each of its times, and those to come can be taken back alone', async () => {
    const { write, read } = client()
    const body = {
      ...maintenance,
      scope: 'service',
      start: isoFromHour(PERIOD_START + 6 * 24 + 1),
      end: isoFromHour(PERIOD_START + 6 * 24 + 3),
      rule: 'FREQ=WEEKLY;BYDAY=SU;COUNT=10',
      timeZone: 'Europe/Berlin',
    }
    const recorded = await write('createCorrection', { params: { slo }, body })
    expect(recorded.slos.map(({ id }) => id)).toEqual(['cart.availability.get-cart', 'cart.latency.get-cart'])
    expect(recorded).toMatchObject({
      timeCount: 10,
      upcomingCount: 8,
      periods: ['P12', 'P13', 'P1'],
      recurrence: { words: 'every week on Sunday, 10 times', timeZone: 'Europe/Berlin' },
    })
    const part = await write('withdrawCorrection', {
      params: { slo, correction: recorded.id },
      body: { reason: 'Moved to working days', part: 'upcoming' },
    })
    expect(part).toMatchObject({ status: 'partly-withdrawn', upcomingCount: 0, timeCount: 10 })
    const history = await read('readBudgetHistory', {}, { slo, deployment: 'north' })
    const times = history.corrections.filter(({ decision }) => decision === recorded.id)
    expect(times.filter(({ withdrawnAt }) => withdrawnAt === null).map(({ start }) => start)).toEqual([
      '2026-11-08T01:00:00Z',
      '2026-11-15T01:00:00Z',
    ])
    await write('withdrawCorrection', {
      params: { slo, correction: recorded.id },
      body: { reason: 'All of it' },
    })
  })

  test('are filtered, searched and paged in the order they were recorded, newest first', async () => {
    const { read } = client()
    const all = (await read('listCorrections')).items
    expect(all.length).toBeGreaterThan(2)
    const first = await read('listCorrections', { limit: 1 })
    expect(first.items).toEqual(all.slice(0, 1))
    const second = await read('listCorrections', { limit: 1, cursor: first.nextCursor ?? '' })
    expect(second.items).toEqual(all.slice(1, 2))
    expect((await read('listCorrections', { status: 'in-force,upcoming' })).items).toEqual([])
    expect((await read('listCorrections', { search: 'shops wrong' })).items).toEqual([])
    expect((await read('listCorrections', { team: 'finding' })).totalCount).toBe(0)
  })
})

describe('what cannot be corrected', () => {
  const { problem, write } = apiClient(tinyOrganization({ series }))
  const refused = (body: object) =>
    problem(`/api/slos/${slo}/corrections/preview`, sending('previewCorrection', body))

  test('reaches over the end of a period: the parts that would be right are named', async () => {
    const body = { ...maintenance, start: isoFromHour(PERIOD_START - 2), end: isoFromHour(PERIOD_START + 2) }
    expect(await refused(body)).toMatchObject({
      field: 'end',
      detail:
        'It reaches over the end of P11 at 2026-11-02T00:00:00Z; a correction applies inside one period only',
      allowed: [
        '2026-11-01T22:00:00Z to 2026-11-02T00:00:00Z',
        '2026-11-02T00:00:00Z to 2026-11-02T02:00:00Z',
      ],
    })
  })

  test('but the times of a rule are cut there', async () => {
    const body = {
      ...maintenance,
      start: isoFromHour(PERIOD_START - 2),
      end: isoFromHour(PERIOD_START + 2),
      rule: 'FREQ=WEEKLY;COUNT=2',
    }
    const preview = await write('previewCorrection', { params: { slo }, body })
    expect(preview.timeCount).toBe(3)
    expect(preview.times.map(({ period }) => period)).toEqual(['P11', 'P12', 'P12'])
  })

  test.each([
    ['start', { start: '2026-11-06T04:30:00Z' }],
    ['start', { start: '2020-11-06T04:00:00Z', end: '2020-11-06T05:00:00Z' }],
    ['end', { end: at(100) }],
    ['end', { end: null }],
    ['end', { end: '2030-01-01T00:00:00Z' }],
    ['share', { share: 0.1 }],
    ['timeZone', { timeZone: 'Europe/Berlin' }],
    ['timeZone', { rule: 'FREQ=DAILY;COUNT=2', timeZone: 'Europe/Berln' }],
    ['start', { rule: 'FREQ=DAILY;COUNT=200', timeZone: 'Australia/Lord_Howe' }],
    ['rule', { rule: 'FREQ=HOURLY;COUNT=2' }],
    ['rule', { rule: 'FREQ=DAILY' }],
    ['rule', { rule: 'FREQ=DAILY;COUNT=500' }],
    ['rule', { rule: 'FREQ=DAILY;UNTIL=20200101' }],
    ['rule', { rule: 'FREQ=DAILY;COUNT=2', category: 'bad-measurement' }],
    ['end', { rule: 'FREQ=DAILY;COUNT=3', end: at(130) }],
    ['share', { ...topUp, share: null, end: null }],
    ['share', { ...topUp, share: 1.5, end: null }],
    ['dependency', { ...topUp, dependency: null, end: null }],
    ['start', { ...topUp, start: isoFromHour(NOW_HOUR + 5), end: null }],
    ['reason', { reason: ' ' }],
    ['category', { category: 'bad-luck' }],
  ])('a wrong %s is named: %j', async (field, change) => {
    const answer = await refused({ ...maintenance, ...change })
    expect(answer).toMatchObject({ status: 400, field })
    expect(answer.hint).toBeTruthy()
  })

  test('is what belongs to another team', async () => {
    const editor = apiClient(tinyOrganization(), person('team-editor', 'finding'))
    const answer = await editor.problem(
      `/api/slos/${slo}/corrections`,
      sending('createCorrection', maintenance),
    )
    expect(answer).toMatchObject({
      status: 403,
      hint: expect.stringContaining('team editor of the team buying'),
    })
    const own = apiClient(tinyOrganization(), person('team-editor', 'buying'))
    expect(await own.write('createCorrection', { params: { slo }, body: maintenance })).toMatchObject({
      author: 'A team-editor',
    })
  })
})
