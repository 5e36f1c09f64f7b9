import { expect, test } from 'vitest'

import { curveWords } from './curve-words.ts'

const period = {
  id: '2026-P11',
  name: 'P11',
  start: '2026-10-05T00:00:00Z',
  end: '2026-11-02T00:00:00Z',
  isOpen: false,
}
const broken = { state: 'broken', remaining: -0.7, isPremature: true, daily: [] } as const

test('a period says how it went, and what may have bent its curve', () => {
  const marks = {
    releases: [
      { version: '1', at: '2026-10-05T00:00:00Z' },
      { version: '2', at: '2026-10-20T10:15:00Z' },
      { version: '3', at: '2026-11-02T00:00:00Z' },
    ],
    targetChanges: [{ at: '2026-10-12T00:00:00Z', before: 0.999, after: 0.9995 }],
    corrections: [{ kind: 'top-up' as const, start: '2026-10-13T00:00:00Z', end: '2026-10-13T00:00:00Z' }],
    enactments: [
      { clause: 'Fast burn', start: '2026-10-20T14:00:00Z', end: '2026-10-21T14:00:00Z' },
      { clause: 'Exhausted', start: '2026-10-28T00:00:00Z', end: '2026-11-02T00:00:00Z' },
    ],
  }
  expect(curveWords({ ...broken, daily: [] }, period, marks)).toBe(
    'P11: Broken, −70 % left, 2 deployments, target changed from 99.9 to 99.95\u202f%, 1 correction, policy clauses met: Fast burn, Exhausted',
  )
})

test('where nothing happened nothing is said of it', () => {
  const nothing = { releases: [], targetChanges: [], corrections: [], enactments: [] }
  expect(
    curveWords(
      { ...broken, state: 'healthy', remaining: null, daily: [] },
      { ...period, isOpen: true },
      nothing,
    ),
  ).toBe('P11: Healthy, without a budget, estimate')
})
