import { defineConfig } from 'vitest/config'

import { MUTATED } from './scripts/mutation/instrument.ts'

/**
 * For mutation testing: the domain's own tests on its mutated copy, in one process, so that a mutant costs no more than
 * the test that meets it. The list of golden cases also looks at the tests of other folders, which are not there then.
 */
export default defineConfig({
  root: MUTATED,
  test: {
    include: ['src/domain/**/*.test.ts'],
    exclude: ['src/domain/golden-coverage.test.ts'],
    environment: 'node',
    runner: '../../scripts/mutation/runner.ts',
    isolate: false,
    maxWorkers: 1,
    // A test is run once for each mutant it meets; the watchdog sees to those that never end.
    testTimeout: 0,
  },
})
