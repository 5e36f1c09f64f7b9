import { expect, test } from 'vitest'

import { createStatsKeeper } from './collector-stats.ts'
import { newProgress } from './feed-progress.ts'

const NOW = Date.parse('2025-03-10T03:20:00Z')
const hourAt = (time: string) => Date.parse(`2025-03-10T${time}:00Z`) / 3_600_000

test('the lag of a source is that of its newest hour; what fails is counted apart', () => {
  const stats = createStatsKeeper(() => NOW)
  expect(stats.read()).toEqual({ isCollecting: false, lastRoundSeconds: null, sources: {} })
  stats.setCollecting(true)
  stats.countAttempt('main', false)
  stats.countAttempt('main', true)
  const fed = { ...newProgress(1, NOW), source: 'main', fedUpToHour: hourAt('03:00') }
  const failing = { ...newProgress(2, NOW), source: 'main', fedUpToHour: hourAt('01:00'), failure: 'away' }
  const never = { ...newProgress(3, NOW), source: 'other' }
  stats.endRound(1.5, [fed, failing, never])
  expect(stats.read()).toEqual({
    isCollecting: true,
    lastRoundSeconds: 1.5,
    sources: {
      main: { queries: 2, failedQueries: 1, seriesCount: 2, failingSeriesCount: 1, lagSeconds: 1200 },
      other: { queries: 0, failedQueries: 0, seriesCount: 1, failingSeriesCount: 0, lagSeconds: null },
    },
  })
})
