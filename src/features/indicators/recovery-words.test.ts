import { expect, test } from 'vitest'

import { recoverySummary } from './recovery-words.ts'

const line = {
  direction: 'downward' as const,
  fromAt: '2026-01-01T00:00:00Z',
  startMinutes: 90,
  toAt: '2026-03-01T00:00:00Z',
  endMinutes: -12,
  isFirmlyDeclining: false,
}
const unknown = { count: 0, meanMinutes: null, line: null }
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')

test('a line that would end below zero ends at zero', () => {
  const recovery = { count: 5, meanMinutes: 61, line }
  const table = { recovery, detection: unknown, firstToDetect: null, notDetectedInternally: null }
  expect(plain(recoverySummary(table, 'recovery'))).toBe(
    'Time to recovery of 5 incidents: 1 h 1 min on average. The trend is downward: from 1 h 30 min to 0 min.',
  )
  expect(recoverySummary(table, 'detection')).toBe('Time to detection is known of no incident in view.')
})

test('detection says who saw it first', () => {
  const detection = { count: 2, meanMinutes: 12, line: null }
  const table = { recovery: unknown, detection, firstToDetect: 0.75, notDetectedInternally: 0.25 }
  expect(plain(recoverySummary(table, 'detection'))).toBe(
    'Time to detection of 2 incidents: 12 min on average. Fewer than three make no trend. ' +
      'Own SLOs and monitoring saw 75 % first; 25 % were seen first by support, stakeholders or customers.',
  )
})
