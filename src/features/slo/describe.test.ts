import { describe, expect, test } from 'vitest'

import {
  columnsOf,
  DATA_UP_TO,
  falling,
  historyOf,
  P11_START,
  P12_END,
  P12_START,
  periodOf,
} from '../../charts/testing/history-fixture.ts'
import { isoFromHour } from '../../domain/hours.ts'
import { burnDownTitle, describeHistory } from './describe.ts'

const p11 = periodOf({
  name: 'P11',
  startHour: P11_START,
  remaining: falling(672, -0.5),
  budget: { exhaustedAt: isoFromHour(P11_START + 448) },
})
const p12 = periodOf({
  name: 'P12',
  startHour: P12_START,
  isOpen: true,
  remaining: falling(DATA_UP_TO - P12_START, 0.5),
})
const granted = { sliding: false, figures: 'corrected' } as const
const plain = (text: string) => text.replaceAll(/\s/g, ' ')

describe('the title of the burn-down', () => {
  test('says of which periods, in which steps, and whether corrections count', () => {
    expect(burnDownTitle(historyOf([p12]), granted)).toBe('Budget left in P12, hour by hour')
    expect(burnDownTitle(historyOf([p11, p12], { scale: 'week' }), { sliding: false, figures: 'raw' })).toBe(
      'Budget left in P11 to P12, week by week, before corrections',
    )
  })

  test('never lets a calendar month pass for a granted period, nor the sliding view for either', () => {
    expect(burnDownTitle(historyOf([p11], { scale: 'month' }), granted)).toContain('not by granted period')
    expect(burnDownTitle(historyOf([p11]), { sliding: true, figures: 'corrected' })).toContain('sliding')
  })
})

describe('the sentence beside it', () => {
  test('gives an open period no verdict and a closed one before it its own', () => {
    const sentence = plain(describeHistory(historyOf([p11, p12]), granted, 'UTC'))
    expect(sentence).toMatch(/^POST \/charge in prod-eu: 50 % of the budget of P12 is left/)
    expect(sentence).toContain('Before it: P11 broken, −50 %.')
  })

  test('names an exhaustion only if it comes before the next budget does', () => {
    const projecting = (hour: number) =>
      describeHistory(
        historyOf([p12], {
          projections: [{ windowHours: 24, badPerHour: 1, exhaustedAt: isoFromHour(hour) }],
        }),
        granted,
        'UTC',
      )
    expect(plain(projecting(DATA_UP_TO + 10))).toContain('exhausted at 18 Nov, 13:00')
    expect(projecting(P12_END + 10)).not.toContain('exhausted')
  })

  test('of the sliding view names what is left, the lowest, and when each hour ended', () => {
    const sliding = columnsOf(P12_START, [0.9, 0.2, 0.4])
    const sentence = plain(
      describeHistory(historyOf([p12], { sliding }), { ...granted, sliding: true }, 'UTC'),
    )
    expect(sentence).toContain('40 % of the budget of the last 28 days was left at 2 Nov, 03:00')
    expect(sentence).toContain('the lowest was 20 % at 2 Nov, 02:00')
  })

  test('of the sliding view says one figure once where the last is the lowest', () => {
    const sliding = columnsOf(P12_START, [0.9, 0.4, 0.2])
    const sentence = plain(
      describeHistory(historyOf([p12], { sliding }), { ...granted, sliding: true }, 'UTC'),
    )
    expect(sentence).toContain('was left at 2 Nov, 03:00; nowhere in this window was it lower.')
  })

  test('says what corrections changed', () => {
    const corrected = { ...p12, budget: { ...p12.budget, isCorrected: true, rawRemaining: 0.1 } }
    expect(plain(describeHistory(historyOf([corrected]), granted, 'UTC'))).toContain(
      'Without corrections 10 % would be left.',
    )
  })
})
