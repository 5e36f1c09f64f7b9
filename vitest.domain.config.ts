import { defineConfig } from 'vitest/config'

/**
 * For mutation testing: the domain's own tests, without the plugins that only a browser needs. The list of golden cases
 * also looks at the tests of other folders, which are not there then.
 */
export default defineConfig({
  test: {
    include: ['src/domain/**/*.test.ts'],
    exclude: ['src/domain/golden-coverage.test.ts'],
    environment: 'node',
  },
})
