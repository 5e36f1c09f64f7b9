import { expect, test } from 'vitest'

import { describeCounts, playwrightCounts, sumCounts, vitestCounts } from './test-counts.ts'

const vitestReport = {
  numPassedTests: 40,
  numFailedTests: 0,
  numFailedTestSuites: 0,
  numPendingTests: 0,
  numTodoTests: 0,
}
const playwrightReport = { stats: { expected: 7, unexpected: 0, skipped: 0, flaky: 0 } }

test('a clean run is told in one line over both runners', () => {
  const total = sumCounts([vitestCounts(vitestReport), playwrightCounts(playwrightReport)])
  expect(describeCounts(total)).toBe('47 passed, 0 failed')
})

test('what was skipped, left to do or flaky is never counted as passed', () => {
  const total = sumCounts([
    vitestCounts({ ...vitestReport, numPendingTests: 2, numTodoTests: 1 }),
    playwrightCounts({ stats: { ...playwrightReport.stats, skipped: 1, flaky: 1 } }),
  ])
  expect(describeCounts(total)).toBe('47 passed, 0 failed, 4 skipped, 1 flaky')
})

test('a test file that cannot be loaded counts as failed', () => {
  expect(vitestCounts({ ...vitestReport, numFailedTestSuites: 1 }).failed).toBe(1)
})
