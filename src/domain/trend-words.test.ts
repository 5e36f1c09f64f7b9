import { describe, expect, test } from 'vitest'

import { describeRecoverySign, describeTicketSign } from './describe-capacity.ts'
import { describeRecoveryStep } from './describe-sla-tightening.ts'
import { describeRecovery } from './describe-support-indicators.ts'
import { lineDirection } from './trend-words.ts'

const cases = [
  ['upward', false, 'upward'],
  ['downward', false, 'downward'],
  ['downward', true, 'firmly downward'],
  ['flat', false, 'flat'],
] as const

describe.each(cases)('a trend that goes %s, firmly: %s', (direction, isFirmlyDeclining, word) => {
  const line = { direction, isFirmlyDeclining, startMinutes: 60, endMinutes: 30 }
  const points = [1, 2, 3].map((at) => ({ incidentId: `i${at}`, createdMs: at, minutes: 45 }))
  const trend = { points, meanMinutes: 45, line }

  test('is called the same wherever it is told', () => {
    expect(lineDirection(line)).toBe(word)
    const told = [
      describeRecoverySign(trend),
      describeRecoveryStep(trend),
      describeRecovery({ trend, openCount: 0, downtimeMinutes: 135 }),
    ]
    for (const sentence of told) expect(sentence).toMatch(new RegExp(`the trend is ${word}[.:,]`))
    expect(describeTicketSign({ ticketCount: 9, averageDelta: 1.4, direction })).toMatch(
      new RegExp(`^The trend is ${direction}: `),
    )
  })
})
