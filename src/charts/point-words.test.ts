import { describe, expect, test } from 'vitest'

import { isoFromHour } from '../domain/hours.ts'
import { burnDownModel } from './burn-down-model.ts'
import { announcePoint, formatChange, pointWords } from './point-words.ts'
import { falling, historyOf, P11_START, periodOf } from './testing/history-fixture.ts'
import { zoneClock } from './zone-clock.ts'

describe('the change since the point before', () => {
  test('is given in points, with the sign of its direction', () => {
    expect(formatChange(-0.0234)).toBe('−2.3 points')
    expect(formatChange(0.2)).toBe('+20.0 points')
  })

  test('is never rounded to nothing', () => {
    expect(formatChange(-0.00004)).toBe('−0.004 points')
    expect(formatChange(0)).toBe('no change')
    expect(formatChange(1e-16)).toBe('no change')
  })
})

test('a point is announced with its time, value, change, count and what happened in it', () => {
  const history = historyOf(
    [periodOf({ name: 'P11', startHour: P11_START, remaining: falling(672, 0.328) })],
    {
      releases: [{ id: '1', version: '2026.10.05-1', at: isoFromHour(P11_START + 1) }],
    },
  )
  const model = burnDownModel(history, { figures: 'corrected', isSliding: false, clock: zoneClock('UTC') })
  const [, second] = model.points
  const words = second && announcePoint(pointWords(model, second, 'UTC'), true)
  expect(words?.replaceAll(/\s/g, ' ')).toBe(
    'Mon 5 Oct, 01:00–02:00: 99.8 % left, −0.1 points since the point before, 1 bad of 1 000, release 2026.10.05-1, pinned',
  )
})
