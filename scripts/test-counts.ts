export type TestCounts = Readonly<{ passed: number; failed: number; skipped: number; flaky: number }>

/** The part of Vitest's JSON report that is read here. */
export type VitestReport = Readonly<{
  numPassedTests: number
  numFailedTests: number
  numFailedTestSuites: number
  numPendingTests: number
  numTodoTests: number
}>

/** The part of Playwright's JSON report that is read here. */
export type PlaywrightReport = Readonly<{
  stats: Readonly<{ expected: number; unexpected: number; skipped: number; flaky: number }>
}>

export function vitestCounts(report: VitestReport): TestCounts {
  return {
    passed: report.numPassedTests,
    // A file that does not even load has no failed test in it, only a failed suite.
    failed: report.numFailedTests === 0 ? report.numFailedTestSuites : report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    flaky: 0,
  }
}

export function playwrightCounts({ stats }: PlaywrightReport): TestCounts {
  return { passed: stats.expected, failed: stats.unexpected, skipped: stats.skipped, flaky: stats.flaky }
}

export function sumCounts(counts: readonly TestCounts[]): TestCounts {
  return counts.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
      flaky: sum.flaky + one.flaky,
    }),
    { passed: 0, failed: 0, skipped: 0, flaky: 0 },
  )
}

export function describeCounts({ passed, failed, skipped, flaky }: TestCounts): string {
  const extra = [skipped > 0 ? `, ${skipped} skipped` : '', flaky > 0 ? `, ${flaky} flaky` : '']
  return `${passed} passed, ${failed} failed${extra.join('')}`
}
