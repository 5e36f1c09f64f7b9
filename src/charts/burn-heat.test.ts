import { describe, expect, test } from 'vitest'

import type { BurnDownPoint } from './burn-down-points.ts'
import { burnHeat, heatStep } from './burn-heat.ts'
import { P12_START } from './testing/history-fixture.ts'
import { zoneClock } from './zone-clock.ts'

function pointAt(hour: number, burnRate: number | null): BurnDownPoint {
  return {
    periodName: 'P12',
    fromHour: hour,
    toHour: hour + 1,
    good: 0,
    total: 0,
    remaining: 1,
    correctedRemaining: 1,
    rawRemaining: 1,
    change: 0,
    burnRate,
    followsGap: false,
  }
}
const range = { fromHour: P12_START, toHour: P12_START + 672 }

describe('the heat of an hour', () => {
  test('steps where the alert rules step', () => {
    expect([0, 0.99, 1, 2.79, 2.8, 5.6, 13.43, 13.44, 59, 60, 400].map(heatStep)).toEqual([
      0, 0, 1, 1, 2, 3, 3, 4, 4, 5, 5,
    ])
  })

  test('lies in the column of its day and the row of its hour', () => {
    const heat = burnHeat([pointAt(P12_START + 24 + 5, 20)], [], range, zoneClock('UTC'))
    expect(heat.rows).toBe(24)
    expect(heat.cells).toEqual([
      { step: 4, cells: [{ fromHour: P12_START + 24, toHour: P12_START + 48, row: 5 }] },
    ])
  })

  test('follows the viewer to another zone', () => {
    const heat = burnHeat([pointAt(P12_START + 24, 20)], [], range, zoneClock('Europe/Berlin'))
    expect(heat.cells[0]?.cells).toEqual([{ fromHour: P12_START + 23, toHour: P12_START + 47, row: 1 }])
  })

  test('stands side by side where few hours are shown, or slots are longer than an hour', () => {
    const day = { ...pointAt(P12_START, 3), toHour: P12_START + 24 }
    expect(burnHeat([day], [], range, zoneClock('UTC')).rows).toBe(1)
    expect(
      burnHeat([pointAt(P12_START, 3)], [], { fromHour: P12_START, toHour: P12_START + 24 }, zoneClock('UTC'))
        .rows,
    ).toBe(1)
  })

  test('is left out below 1 and without events', () => {
    expect(
      burnHeat([pointAt(P12_START, 0.5), pointAt(P12_START + 1, null)], [], range, zoneClock('UTC')).cells,
    ).toEqual([])
  })

  test('has hours that nobody measured apart, in their own places', () => {
    const heat = burnHeat([], [{ fromHour: P12_START + 23, toHour: P12_START + 25 }], range, zoneClock('UTC'))
    expect(heat.gaps).toEqual([
      { fromHour: P12_START, toHour: P12_START + 24, row: 23 },
      { fromHour: P12_START + 24, toHour: P12_START + 48, row: 0 },
    ])
  })
})
