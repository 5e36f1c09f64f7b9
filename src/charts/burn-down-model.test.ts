import { describe, expect, test } from 'vitest'

import type { BudgetHistory } from '../contract/budget-history.ts'
import { isoFromHour } from '../domain/hours.ts'
import { burnDownModel } from './burn-down-model.ts'
import {
  columnsOf,
  DATA_UP_TO,
  falling,
  historyOf,
  p11,
  P11_START,
  P12_END,
  P12_START,
  periodOf,
} from './testing/history-fixture.ts'
import { zoneClock } from './zone-clock.ts'

const clock = zoneClock('UTC')
const modelOf = (history: BudgetHistory, figures: 'corrected' | 'raw' = 'corrected') =>
  burnDownModel(history, { figures, isSliding: false, clock })

const p12 = periodOf({
  name: 'P12',
  startHour: P12_START,
  isOpen: true,
  remaining: falling(DATA_UP_TO - P12_START, 0.31),
})

describe('the burn-down of two periods', () => {
  const model = modelOf(historyOf([p11, p12]))

  test('starts each period with a full budget', () => {
    expect(model.lines.kept[0]).toEqual({ hour: P11_START, value: 1 })
    expect(model.lines.kept).toContainEqual({ hour: P12_START, value: 1 })
  })

  test('turns red exactly on the zero line, not at the next bucket', () => {
    const first = model.lines.overspent[0]
    expect(first?.value).toBe(0)
    expect(first?.hour).toBeCloseTo(P11_START + 448, 6)
    expect(model.lines.kept).toContainEqual(first)
    expect(model.lines.kept.every(({ value }) => value === null || value >= 0)).toBe(true)
    expect(model.lines.overspent.every(({ value }) => value === null || value <= 0)).toBe(true)
  })

  test('ends an open period where its data end', () => {
    expect(model.lines.kept.at(-1)?.hour).toBe(DATA_UP_TO)
    expect(model.nowHour).toBe(DATA_UP_TO)
  })

  test('replenishes from where the period before was left', () => {
    expect(model.replenishments).toHaveLength(1)
    expect(model.replenishments[0]?.hour).toBe(P12_START)
    expect(model.replenishments[0]?.from).toBeCloseTo(-0.5)
  })

  test('marks exhaustion with how much too early it came', () => {
    expect(model.exhaustions).toEqual([{ hour: P11_START + 448, hoursTooEarly: 224, hasBudget: true }])
  })

  test('shows what was before corrections when asked for raw figures', () => {
    const raw = modelOf(historyOf([p12]), 'raw')
    expect(raw.points.at(-1)?.remaining).toBeCloseTo(0.21)
  })
})

describe('hours that nobody measured', () => {
  const gapped = [
    ...falling(100, 0.8),
    ...Array.from({ length: 10 }, () => null),
    ...falling(562, 0.4).map((value) => value * 0.8),
  ]
  const model = modelOf(historyOf([periodOf({ name: 'P11', startHour: P11_START, remaining: gapped })]))

  test('are bridged level, and the measured line breaks there', () => {
    expect(model.lines.bridged).toHaveLength(2)
    expect(model.lines.bridged[0]?.hour).toBe(P11_START + 100)
    expect(model.lines.bridged[1]).toEqual({ hour: P11_START + 110, value: model.lines.bridged[0]?.value })
    expect(model.lines.kept).toContainEqual({ hour: P11_START + 100, value: null })
  })

  test('keep the change since the last measured hour', () => {
    const afterGap = model.points.find(({ followsGap }) => followsGap)
    expect(afterGap?.fromHour).toBe(P11_START + 110)
    expect(afterGap?.change).not.toBeNull()
  })

  test('at the end of the data are bridged up to now', () => {
    const silent = periodOf({ name: 'P12', startHour: P12_START, isOpen: true, remaining: falling(300, 0.5) })
    expect(modelOf(historyOf([silent])).lines.bridged.at(-1)).toEqual({ hour: DATA_UP_TO, value: 0.5 })
  })
})

describe('a series that began inside a period', () => {
  const began = P11_START + 400
  const period = periodOf({
    name: 'P11',
    startHour: began,
    remaining: falling(272, 0.5),
    budget: { elapsedHours: 272 },
  })
  const model = modelOf(
    historyOf([
      {
        ...period,
        budget: {
          ...period.budget,
          period: { ...period.budget.period, start: isoFromHour(P11_START), end: isoFromHour(P12_START) },
        },
      },
    ]),
  )

  test('has its line and its pace from there on, and no gap before', () => {
    expect(model.lines.kept[0]).toEqual({ hour: began, value: 1 })
    expect(model.paces).toEqual([{ fromHour: began, toHour: P12_START }])
    expect(model.lines.bridged).toEqual([])
  })
})

describe('a window that cuts into a period', () => {
  const window = { from: isoFromHour(DATA_UP_TO - 24), to: isoFromHour(DATA_UP_TO) }

  test('draws from where the line stood when the window opens', () => {
    const model = modelOf(historyOf([p12], { window }))
    expect(model.points).toHaveLength(24)
    expect(model.lines.kept[0]?.hour).toBe(DATA_UP_TO - 24)
    expect(model.lines.kept[0]?.value).toBeLessThan(1)
    expect(model.points[0]?.change).toBeLessThan(0)
  })

  const cut = periodOf({ name: 'P12', startHour: P12_START, isOpen: true, remaining: [] })
  const columns = columnsOf(DATA_UP_TO - 24, falling(24, 0.5))

  test('finds the way back over the bad events of its first slot when the answer leaves out the hours before', () => {
    const model = modelOf(historyOf([{ ...cut, columns }], { window }))
    const first = columns.remaining[0] ?? Number.NaN
    expect(model.lines.kept[0]?.hour).toBe(DATA_UP_TO - 24)
    // One bad event of a grant of 1,000.
    expect(model.lines.kept[0]?.value).toBeCloseTo(first + 0.001)
  })

  test('does not invent a start where corrections have shifted the figures', () => {
    const budget = { ...cut.budget, isCorrected: true }
    const model = modelOf(historyOf([{ ...cut, columns, budget }], { window }))
    expect(model.lines.kept[0]?.hour).toBe(DATA_UP_TO - 23)
    expect(model.points[0]?.change).toBeNull()
  })
})

describe('the estimate of an open period', () => {
  test('runs to exhaustion, or to the end of the period where it holds', () => {
    const { estimate } = modelOf(
      historyOf([p12], {
        projections: [
          { windowHours: 24, badPerHour: 10, exhaustedAt: isoFromHour(DATA_UP_TO + 31) },
          { windowHours: 168, badPerHour: 0.5, exhaustedAt: isoFromHour(P12_END + 300) },
        ],
      }),
    )
    expect(estimate?.from.hour).toBe(DATA_UP_TO)
    expect(estimate?.from.value).toBeCloseTo(0.31)
    expect(estimate?.projections.map(({ to }) => to.hour)).toEqual([DATA_UP_TO + 31, P12_END])
    expect(estimate?.projections[0]?.to.value).toBe(0)
    expect(estimate?.projections[1]?.to.value).toBeCloseTo(0.31 - (0.5 * (P12_END - DATA_UP_TO)) / 1000)
  })

  test('is absent once nothing is left', () => {
    const spent = periodOf({
      name: 'P12',
      startHour: P12_START,
      isOpen: true,
      remaining: falling(DATA_UP_TO - P12_START, -0.1),
    })
    expect(
      modelOf(historyOf([spent], { projections: [{ windowHours: 24, badPerHour: 10, exhaustedAt: null }] }))
        .estimate,
    ).toBeNull()
  })
})

test('a 100 % target has no line, no pace and no estimate, but its slots stay readable', () => {
  const period = periodOf({
    name: 'P11',
    startHour: P11_START,
    remaining: falling(672, 0.5),
    budget: { remaining: null, state: 'no-budget' },
  })
  const columns = {
    ...period.columns,
    remaining: period.columns.remaining.map(() => null),
    rawRemaining: period.columns.remaining.map(() => null),
  }
  const model = modelOf(historyOf([{ ...period, columns }], { target: 1 }))
  expect(model.lines.kept).toEqual([])
  expect(model.paces).toEqual([])
  expect(model.points).toHaveLength(672)
})

test('the sliding view gives no verdict marks and starts nowhere at 100 %', () => {
  const history = historyOf([p11, p12], { sliding: columnsOf(P11_START, falling(500, 0.2)) })
  const model = burnDownModel(history, { figures: 'corrected', isSliding: true, clock })
  expect(model.exhaustions).toEqual([])
  expect(model.paces).toEqual([])
  expect(model.estimate).toBeNull()
  expect(model.points).toHaveLength(500)
  expect(model.points[0]?.periodName).toBeNull()
})

test('a calendar month is drawn whole, from a virtual budget of its own, without any mark of the granted periods', () => {
  const october = {
    hour: ['2026-10-01T00:00:00Z'],
    good: [999],
    total: [1000],
    remaining: [0.3],
    rawRemaining: [0.3],
  }
  const model = modelOf(historyOf([{ ...p11, columns: october }], { scale: 'month' }))
  expect(model.lines.kept).toEqual([
    { hour: P11_START - 96, value: 1 },
    { hour: P12_START - 24, value: 0.3 },
  ])
  expect(model.isGranted).toBe(false)
  expect(model.paces).toEqual([])
  expect(model.exhaustions).toEqual([])
})
